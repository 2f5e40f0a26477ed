using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class PrincipalMapping : IEntityTypeConfiguration<PrincipalRow>
{
    public void Configure(EntityTypeBuilder<PrincipalRow> builder)
    {
        builder.ToTable("principals");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Kind).HasConversion<string>();
        builder.HasIndex(row => row.FoldedName).IsUnique();
        builder.HasIndex(row => row.AppId).IsUnique();
        builder.HasIndex(row => new { row.SortName, row.Id });
    }
}
