using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class AppMapping : IEntityTypeConfiguration<AppRow>
{
    public void Configure(EntityTypeBuilder<AppRow> builder)
    {
        builder.ToTable("apps");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.ConcurrencyToken).IsConcurrencyToken();
        builder.HasIndex(row => row.ClientId).IsUnique();
        builder.HasIndex(row => new { row.SortName, row.Id });
        builder.HasOne<PrincipalRow>().WithMany().HasForeignKey(row => row.ServicePrincipalId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(row => row.Authorizations).WithOne(row => row.Application).HasForeignKey("ApplicationId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(row => row.Tokens).WithOne(row => row.Application).HasForeignKey("ApplicationId").OnDelete(DeleteBehavior.Cascade);
    }
}
