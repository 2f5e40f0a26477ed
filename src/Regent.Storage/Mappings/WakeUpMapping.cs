using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class WakeUpMapping : IEntityTypeConfiguration<WakeUpRow>
{
    public void Configure(EntityTypeBuilder<WakeUpRow> builder)
    {
        builder.ToTable("wake_ups");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Work).HasConversion<string>();
        builder.HasIndex(row => new { row.TargetId, row.Due, row.Id });
        builder.HasOne<TargetRow>().WithMany().HasForeignKey(row => row.TargetId).OnDelete(DeleteBehavior.Cascade);
    }
}
