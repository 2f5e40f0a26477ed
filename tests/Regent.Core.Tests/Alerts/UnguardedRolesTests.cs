using Regent.Core.Alerts;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Testing;

namespace Regent.Core.Tests.Alerts;

public sealed class UnguardedRolesTests
{
    private static readonly DateTimeOffset Since = Make.Noon.AddDays(-9);

    private readonly RoleDefinitionId role = DirectoryRoles.UserAdministrator;

    [Fact]
    public void A_role_that_demands_nothing_is_one_since_somebody_is_eligible()
    {
        Assert.Equal([new AlertIncident.OfRole(role, Since)], Find());
    }

    [Fact]
    public void A_role_that_demands_a_second_factor_is_none() => Assert.Empty(Find(new ActivationSettings { RequiresMfa = true }));

    [Fact]
    public void A_role_that_demands_an_authentication_context_is_none() =>
        Assert.Empty(Find(new ActivationSettings { AuthenticationContext = "c1" }));

    [Fact]
    public void A_role_whose_settings_were_changed_is_one_since_then() =>
        Assert.Equal([new AlertIncident.OfRole(role, Make.Noon)], Find(new ActivationSettings { RequiresTicket = true }));

    [Fact]
    public void A_role_nobody_is_eligible_for_is_none()
    {
        Assert.Empty(UnguardedRoles.Find(new Dictionary<RoleDefinitionId, DateTimeOffset>(), []));
    }

    private IReadOnlyList<AlertIncident> Find(ActivationSettings? settings = null) => UnguardedRoles.Find(
        new Dictionary<RoleDefinitionId, DateTimeOffset> { [role] = Since },
        settings is null ? [] : [new RolePolicy(role, Scope.Tenant, Version: 1) { Activation = settings, ModifiedAt = Make.Noon }]);
}
