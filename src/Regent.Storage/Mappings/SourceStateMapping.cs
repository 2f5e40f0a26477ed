using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class SourceStateMapping : IEntityTypeConfiguration<SourceStateRow>
{
    public void Configure(EntityTypeBuilder<SourceStateRow> builder)
    {
        builder.ToTable("source_states");
        builder.HasKey(row => row.TargetId);
        builder.HasOne<TargetRow>().WithOne().HasForeignKey<SourceStateRow>(row => row.TargetId).OnDelete(DeleteBehavior.Cascade);
    }
}
