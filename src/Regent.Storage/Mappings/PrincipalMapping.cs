using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
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

        // Rows are replaced whole from principals, which do not know it.
        builder.Property(row => row.LastSignInAt).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.HasIndex(row => row.FoldedName).IsUnique();
        builder.HasIndex(row => row.AppId).IsUnique();
        builder.HasIndex(row => new { row.SortName, row.Id });
    }
}
