using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class AppAuthorizationMapping : IEntityTypeConfiguration<AppAuthorizationRow>
{
    public void Configure(EntityTypeBuilder<AppAuthorizationRow> builder)
    {
        builder.ToTable("app_authorizations");
        builder.Property(row => row.Id).ValueGeneratedOnAdd();
        builder.Property(row => row.ConcurrencyToken).IsConcurrencyToken();
        builder.HasIndex("ApplicationId", nameof(AppAuthorizationRow.Subject), nameof(AppAuthorizationRow.Status), nameof(AppAuthorizationRow.Type));
        builder.HasMany(row => row.Tokens).WithOne(row => row.Authorization).HasForeignKey("AuthorizationId").OnDelete(DeleteBehavior.Cascade);
    }
}
