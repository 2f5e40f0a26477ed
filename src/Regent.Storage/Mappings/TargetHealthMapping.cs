using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class TargetHealthMapping : IEntityTypeConfiguration<TargetHealthRow>
{
    public void Configure(EntityTypeBuilder<TargetHealthRow> builder)
    {
        builder.ToTable("target_health");
        builder.HasKey(row => row.TargetId);
        builder.Property(row => row.TargetId).ValueGeneratedNever();
        builder.HasOne<TargetRow>().WithMany().HasForeignKey(row => row.TargetId).OnDelete(DeleteBehavior.Cascade);
    }
}
