using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("audit_entries");
        builder.HasKey(row => row.Number);
        builder.Property(row => row.Result).HasConversion<string>();
        builder.HasIndex(row => new { row.At, row.Number });
        builder.HasIndex(row => new { row.ActorId, row.At, row.Number });
        builder.HasIndex(row => new { row.SubjectId, row.At, row.Number });
        builder.HasIndex(row => new { row.RoleId, row.At, row.Number });
        builder.HasIndex(row => row.Id).IsUnique();
        builder.HasIndex(row => new { row.Scope, row.At, row.Number });
        builder.HasIndex(row => new { row.Activity, row.At, row.Number });
        builder.HasIndex(row => new { row.CorrelationId, row.At, row.Number });
    }
}
