using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class PolicyMapping : IEntityTypeConfiguration<PolicyRow>
{
    public void Configure(EntityTypeBuilder<PolicyRow> builder)
    {
        builder.ToTable("policies");
        builder.HasKey(row => new { row.RoleId, row.Scope, row.Version });
        builder.HasIndex(row => new { row.RoleId, row.Scope }).HasFilter("is_current").IsUnique();
    }
}
