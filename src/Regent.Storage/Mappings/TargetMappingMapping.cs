using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class TargetMappingMapping : IEntityTypeConfiguration<TargetMappingRow>
{
    public void Configure(EntityTypeBuilder<TargetMappingRow> builder)
    {
        builder.ToTable("target_mappings");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.RoleId);
        builder.HasOne<TargetRow>().WithMany().HasForeignKey(row => row.TargetId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<RoleRow>().WithMany().HasForeignKey(row => row.RoleId).OnDelete(DeleteBehavior.Cascade);
    }
}
