using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class ScopeMapping : IEntityTypeConfiguration<ScopeRow>
{
    public void Configure(EntityTypeBuilder<ScopeRow> builder)
    {
        builder.ToTable("scopes");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.System).HasConversion<string>();
        builder.Property(row => row.Kind).HasConversion<string>();
        builder.HasIndex(row => new { row.ParentKey, row.SortName, row.Key });
        builder.HasIndex(row => new { row.System, row.SortName, row.Key });
        builder.HasOne<ScopeRow>().WithMany().HasForeignKey(row => row.ParentKey).OnDelete(DeleteBehavior.Restrict);
    }
}
