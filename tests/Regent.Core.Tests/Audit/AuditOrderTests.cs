using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Testing;

namespace Regent.Core.Tests.Audit;

public sealed class AuditOrderTests
{
    [Theory]
    [InlineData(AuditActivities.ActivationRequested, AuditService.Pim)]
    [InlineData(AuditActivities.RoleSettingUpdated, AuditService.Pim)]
    [InlineData("Something that nobody has thought of yet", AuditService.Pim)]
    [InlineData(AuditActivities.MemberAdded, AuditService.CoreDirectory)]
    [InlineData(AuditActivities.SignedIn, AuditService.AuthenticationMethods)]
    public void An_act_belongs_to_a_service_by_its_name(string activity, AuditService service) =>
        Assert.Equal(service, AuditOrder.ServiceOf(activity));

    [Theory]
    [InlineData(AuditActivities.ActivationRequested, AuditCategory.RoleManagement, AuditCategory.ResourceManagement, AuditCategory.GroupManagement)]
    [InlineData(AuditActivities.RoleUpdated, AuditCategory.RoleManagement, AuditCategory.ResourceManagement, AuditCategory.GroupManagement)]
    [InlineData(AuditActivities.MemberAdded, AuditCategory.GroupManagement, AuditCategory.GroupManagement, AuditCategory.GroupManagement)]
    [InlineData(AuditActivities.PrincipalAdded, AuditCategory.UserManagement, AuditCategory.UserManagement, AuditCategory.UserManagement)]
    [InlineData(AuditActivities.TokenIssued, AuditCategory.Authentication, AuditCategory.Authentication, AuditCategory.Authentication)]
    public void An_act_is_sorted_by_its_name_or_by_where_it_happened(
        string activity, AuditCategory inDirectory, AuditCategory inResources, AuditCategory inGroups)
    {
        AuditCategory At(Scope? scope) => AuditOrder.CategoryOf(Make.Entry(Make.Noon, activity) with { Scope = scope });

        Assert.Equal(inDirectory, At(scope: null));
        Assert.Equal(inDirectory, At(Scope.Tenant));
        Assert.Equal(inDirectory, At(Make.Unit(Make.NewId())));
        Assert.Equal(inResources, At(Make.ScopeAt($"/subscriptions/{Make.NewId()}")));
        Assert.Equal(inGroups, At(Scope.OfGroup(new PrincipalId(Make.NewId()))));
    }
}
