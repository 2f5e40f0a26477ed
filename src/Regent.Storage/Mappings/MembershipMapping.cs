using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class MembershipMapping : IEntityTypeConfiguration<MembershipRow>
{
    public void Configure(EntityTypeBuilder<MembershipRow> builder)
    {
        builder.ToTable("memberships");
        builder.HasKey(row => new { row.GroupId, row.MemberId, row.ScheduleId });
        builder.HasIndex(row => new { row.MemberId, row.GroupId });
        builder.HasIndex(row => row.ScheduleId);
        builder.HasOne<PrincipalRow>().WithMany().HasForeignKey(row => row.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PrincipalRow>().WithMany().HasForeignKey(row => row.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}
