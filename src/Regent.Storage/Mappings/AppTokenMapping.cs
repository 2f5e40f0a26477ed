using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class AppTokenMapping : IEntityTypeConfiguration<AppTokenRow>
{
    public void Configure(EntityTypeBuilder<AppTokenRow> builder)
    {
        builder.ToTable("app_tokens");
        builder.Property(row => row.Id).ValueGeneratedOnAdd();
        builder.Property(row => row.ConcurrencyToken).IsConcurrencyToken();
        builder.HasIndex(row => row.ReferenceId).IsUnique();
        builder.HasIndex("ApplicationId", nameof(AppTokenRow.Status));
        builder.HasIndex(row => row.ExpirationDate);
    }
}
