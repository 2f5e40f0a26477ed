using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class ScheduleMapping : IEntityTypeConfiguration<ScheduleRow>
{
    public void Configure(EntityTypeBuilder<ScheduleRow> builder)
    {
        builder.ToTable("schedules");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Kind).HasConversion<string>();
        builder.Property(row => row.Type).HasConversion<string>();
        builder.Property(row => row.System).HasConversion<string>();
        builder.HasIndex(row => new { row.PrincipalId, row.Kind, row.EffectiveEnd });
        builder.HasIndex(row => new { row.RoleId, row.Kind, row.EffectiveEnd });
        builder.HasIndex(row => row.ActivatedUsing);
        builder.HasIndex(row => new { row.System, row.Kind, row.EffectiveEnd, row.Id });
        builder.HasIndex(row => new { row.System, row.Kind, row.Start, row.Id });
        builder.HasIndex(row => new { row.System, row.Kind, row.CreatedAt, row.Id });
        builder.HasIndex(row => new { row.System, row.Kind, row.RoleSort, row.Id });
        builder.HasIndex(row => new { row.System, row.Kind, row.PrincipalSort, row.Id });
        builder.HasIndex(row => new { row.Scope, row.Kind, row.EffectiveEnd });
        builder.HasOne<PrincipalRow>().WithMany().HasForeignKey(row => row.PrincipalId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RoleRow>().WithMany().HasForeignKey(row => row.RoleId).OnDelete(DeleteBehavior.Restrict);
    }
}
