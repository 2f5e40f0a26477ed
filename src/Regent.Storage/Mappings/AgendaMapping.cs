using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class AgendaMapping : IEntityTypeConfiguration<AgendaRow>
{
    public void Configure(EntityTypeBuilder<AgendaRow> builder)
    {
        builder.ToTable("agenda");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Kind).HasConversion<string>();
        builder.HasIndex(row => new { row.Due, row.Id });
        builder.HasIndex(row => new { row.FailingSince, row.Id }).HasFilter("failing_since is not null");
        builder.HasIndex(row => new { row.Kind, row.Subject }).IsUnique();
    }
}
