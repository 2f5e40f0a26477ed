using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class RoleMapping : IEntityTypeConfiguration<RoleRow>
{
    public void Configure(EntityTypeBuilder<RoleRow> builder)
    {
        builder.ToTable("role_definitions");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.System).HasConversion<string>();
        builder.HasIndex(row => new { row.System, row.SortName, row.Id });
    }
}
