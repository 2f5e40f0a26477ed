using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class AlertOperationMapping : IEntityTypeConfiguration<AlertOperationRow>
{
    public void Configure(EntityTypeBuilder<AlertOperationRow> builder)
    {
        builder.ToTable("alert_operations");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Alert).HasConversion<string>();
        builder.HasIndex(row => new { row.At, row.Id });
    }
}
