using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Accounts;

namespace Regent.Storage.Mappings;

internal sealed class PasswordLinkMapping : IEntityTypeConfiguration<StoredPasswordLink>
{
    public void Configure(EntityTypeBuilder<StoredPasswordLink> builder)
    {
        builder.ToTable("account_password_links");
        builder.HasKey(link => link.Hash);
        builder.HasIndex(link => link.AccountId);
        builder.HasIndex(link => link.ExpiresAt);
    }
}
