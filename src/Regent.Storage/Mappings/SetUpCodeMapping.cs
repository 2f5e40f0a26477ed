using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Accounts;

namespace Regent.Storage.Mappings;

internal sealed class SetUpCodeMapping : IEntityTypeConfiguration<SetUpCode>
{
    public void Configure(EntityTypeBuilder<SetUpCode> builder)
    {
        builder.ToTable("set_up_codes");
        builder.Property(code => code.Id).ValueGeneratedNever();
    }
}
