using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class SshCertificateMapping : IEntityTypeConfiguration<SshCertificateRow>
{
    public void Configure(EntityTypeBuilder<SshCertificateRow> builder)
    {
        builder.ToTable("ssh_certificates");
        builder.HasKey(row => new { row.TargetId, row.Serial });
        builder.HasIndex(row => new { row.TargetId, row.Account, row.ValidTo }).HasFilter("revoked_at is null");
        builder.HasIndex(row => new { row.TargetId, row.ValidTo }).HasFilter("revoked_at is not null");
        builder.HasIndex(row => new { row.TargetId, row.IssuedAt, row.Serial });
    }
}
