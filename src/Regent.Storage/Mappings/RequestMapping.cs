using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class RequestMapping : IEntityTypeConfiguration<RequestRow>
{
    public void Configure(EntityTypeBuilder<RequestRow> builder)
    {
        builder.ToTable("requests");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Action).HasConversion<string>();
        builder.Property(row => row.Kind).HasConversion<string>();
        builder.Property(row => row.Status).HasConversion<string>();
        builder.Property(row => row.System).HasConversion<string>();
        builder.Property(row => row.AskedDuration).HasConversion<long?>();
        builder.Property(row => row.Duration).HasConversion<long?>();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => new { row.CreatedAt, row.Id });
        builder.HasIndex(row => new { row.PrincipalId, row.CreatedAt, row.Id });
        builder.HasIndex(row => new { row.CreatedBy, row.CreatedAt, row.Id });
        builder.HasIndex(row => new { row.Status, row.CreatedAt, row.Id });
        builder.HasIndex(row => row.ScheduleId);
        builder.HasIndex(row => new { row.PrincipalId, row.RoleId, row.Scope, row.Kind })
            .HasFilter("status in ('PendingApproval', 'PendingAdminDecision')").IsUnique();
        builder.HasOne<PrincipalRow>().WithMany().HasForeignKey(row => row.PrincipalId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RoleRow>().WithMany().HasForeignKey(row => row.RoleId).OnDelete(DeleteBehavior.Restrict);
    }
}
