using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class ReceiptMapping : IEntityTypeConfiguration<ReceiptRow>
{
    public void Configure(EntityTypeBuilder<ReceiptRow> builder)
    {
        builder.ToTable("receipts");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => new { row.LedgerId, row.IsOpen });
        builder.HasIndex(row => row.ScheduleId);
        builder.HasIndex(row => new { row.PrincipalId, row.IsOpen });
        builder.HasOne<LedgerRow>().WithMany().HasForeignKey(row => row.LedgerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ScheduleRow>().WithMany().HasForeignKey(row => row.ScheduleId).OnDelete(DeleteBehavior.Restrict);
    }
}
