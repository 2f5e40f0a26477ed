using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class DriftMapping : IEntityTypeConfiguration<DriftRow>
{
    public void Configure(EntityTypeBuilder<DriftRow> builder)
    {
        builder.ToTable("drift");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => new { row.TargetId, row.Key }).IsUnique();
        builder.HasOne<TargetRow>().WithMany().HasForeignKey(row => row.TargetId).OnDelete(DeleteBehavior.Cascade);
    }
}
