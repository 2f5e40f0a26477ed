using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Accounts;

namespace Regent.Storage.Mappings;

internal sealed class TokenKeyMapping : IEntityTypeConfiguration<TokenKey>
{
    public void Configure(EntityTypeBuilder<TokenKey> builder)
    {
        builder.ToTable("token_keys");
        builder.Property(key => key.Id).ValueGeneratedNever();
    }
}
