using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class SshKeyMapping : IEntityTypeConfiguration<SshKeyRow>
{
    public void Configure(EntityTypeBuilder<SshKeyRow> builder)
    {
        builder.ToTable("ssh_keys");
        builder.HasKey(row => row.TargetId);
        builder.Property(row => row.TargetId).ValueGeneratedNever();
    }
}
