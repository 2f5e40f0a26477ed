using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class MailMapping : IEntityTypeConfiguration<MailRow>
{
    public void Configure(EntityTypeBuilder<MailRow> builder)
    {
        builder.ToTable("mails");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Kind).HasConversion<string>();
        builder.HasIndex(row => new { row.RequestId, row.RecipientId, row.Address, row.Kind, row.Occasion }).IsUnique();
        builder.HasIndex(row => new { row.RecipientId, row.Kind, row.Occasion }).IsUnique().HasFilter("request_id is null and occasion <> ''");
        builder.HasIndex(row => new { row.RecipientId, row.CreatedAt, row.Id }).HasFilter("kept_subject is not null");
    }
}
