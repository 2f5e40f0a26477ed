using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class SshPermitMapping : IEntityTypeConfiguration<SshPermitRow>
{
    public void Configure(EntityTypeBuilder<SshPermitRow> builder)
    {
        builder.ToTable("ssh_permits");
        builder.HasKey(row => new { row.TargetId, row.Account, row.Principal });
        builder.Ignore(row => row.Holding);
        builder.HasIndex(row => new { row.TargetId, row.Principal });
    }
}
