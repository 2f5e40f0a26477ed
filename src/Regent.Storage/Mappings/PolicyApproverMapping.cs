using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regent.Storage.Rows;

namespace Regent.Storage.Mappings;

internal sealed class PolicyApproverMapping : IEntityTypeConfiguration<PolicyApproverRow>
{
    public void Configure(EntityTypeBuilder<PolicyApproverRow> builder)
    {
        builder.ToTable("policy_approvers");
        builder.HasKey(row => new { row.RoleId, row.Scope, row.PrincipalId });
        builder.HasIndex(row => row.PrincipalId);
    }
}
