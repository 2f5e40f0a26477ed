using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class OriginMapping : IEntityTypeConfiguration<OriginRow>
{
    public void Configure(EntityTypeBuilder<OriginRow> builder)
    {
        builder.ToTable("origins");
        builder.HasKey(row => new { row.TargetId, row.Key });
        builder.HasIndex(row => row.PrincipalId).IsUnique();
        builder.HasOne<TargetRow>().WithMany().HasForeignKey(row => row.TargetId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PrincipalRow>().WithMany().HasForeignKey(row => row.PrincipalId).OnDelete(DeleteBehavior.Cascade);
    }
}
