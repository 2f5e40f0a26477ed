using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Policies;
using Regent.Testing;

namespace Regent.Operations.Tests.Policies;

public sealed class ListRoleSettingsTests : IDisposable
{
    private readonly Office office = new();
    private readonly SettingsPlaces places;

    public ListRoleSettingsTests() => places = new SettingsPlaces(office);

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Settings_of_directory_roles_are_for_readers()
    {
        office.World.Set(office.Role, new ActivationSettings { Approvers = [office.Barbara.Id] });

        Assert.Equal(123, (await ListAsync(office.Grace)).Done().Count);
        Assert.Equal([office.Barbara], Assert.Single((await ListAsync(office.Grace, office.Role)).Done()).Approvers);
        Assert.Null(Assert.Single((await ListAsync(office.Grace, DirectoryRoles.GlobalReader)).Done()).ModifiedBy);
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(office.Alan, office.Role)).Code());
        Assert.Equal(RefusalCode.RoleDefinitionDoesNotExist, (await ListAsync(office.Grace, default(RoleDefinitionId))).Code());
        Assert.Equal(RefusalCode.ScopeDoesNotMatchRoleDefinition, (await ListAsync(office.Grace, GroupRoles.Member)).Code());
    }

    [Fact]
    public async Task Who_changed_them_last_is_named()
    {
        var wanted = RolePolicy.Default(office.Role, Scope.Tenant) with { Activation = new ActivationSettings { RequiresTicket = true } };
        (await office.The<ChangeRoleSettings>().ExecuteAsync(office.As(office.Ada), wanted, Office.Ct)).Done();

        Assert.Equal(office.Ada, Assert.Single((await ListAsync(office.Grace, office.Role)).Done()).ModifiedBy);
    }

    [Fact]
    public async Task Each_group_and_each_scope_has_its_own_and_its_name()
    {
        office.World.Set(GroupRoles.Member, places.Operators, new ActivationSettings { RequiresTicket = true });

        var group = (await ListAsync(office.Ada, null, places.Operators)).Done();
        Assert.Equal(["Member", "Owner"], group.Select(one => one.Role.DisplayName));
        Assert.Equal(["Operators", "Operators"], group.Select(one => one.PlaceName));
        Assert.Equal([true, false], group.Select(one => one.Policy.Activation.RequiresTicket));
        Assert.False((await ListAsync(office.Ada, GroupRoles.Member, places.Others)).Done()[0].Policy.Activation.RequiresTicket);
        Assert.Equal(182, (await ListAsync(office.Ada, null, places.Shop)).Done().Count);
        Assert.Equal("Web shop", (await ListAsync(office.Ada, ResourceRoles.Reader, places.Shop)).Done()[0].PlaceName);
    }

    [Fact]
    public async Task A_role_that_cannot_be_held_at_a_scope_has_no_settings_there()
    {
        var custom = Make.Role("Restarter") with { System = RoleSystem.Resources, IsBuiltIn = false, AssignableScopes = [places.Web] };
        office.World.Add(custom);

        Assert.Equal(RefusalCode.ScopeDoesNotMatchRoleDefinition, (await ListAsync(office.Ada, custom.Id, places.Shop)).Code());
        Assert.DoesNotContain((await ListAsync(office.Ada, null, places.Shop)).Done(), one => one.Role == custom);
        Assert.Single((await ListAsync(office.Ada, custom.Id, places.Web)).Done());
    }

    [Fact]
    public async Task In_an_administrative_unit_a_directory_role_has_the_settings_of_the_tenant()
    {
        var unit = office.World.Add(new ScopeNode(Scope.OfUnit(Make.NewId()), "Berlin", Parent: null));
        office.World.Set(DirectoryRoles.UserAdministrator, new ActivationSettings { RequiresTicket = true });

        var settings = Assert.Single((await ListAsync(office.Grace, DirectoryRoles.UserAdministrator, unit)).Done());

        Assert.Equal((Scope.Tenant, true, null), (settings.Policy.Scope, settings.Policy.Activation.RequiresTicket, settings.PlaceName));
    }

    [Fact]
    public async Task Who_reads_a_place_sees_its_settings_and_who_manages_it_is_told_so()
    {
        var (owner, reader) = (places.AddOwner("Barbara Owner"), office.World.AddUser("Katherine"));
        places.Give(reader, ResourceRoles.Reader, places.Shop);

        Assert.True((await ListAsync(owner, GroupRoles.Member, places.Operators)).Done()[0].MayManage);
        Assert.False((await ListAsync(reader, ResourceRoles.Contributor, places.Web)).Done()[0].MayManage);
        Assert.True((await ListAsync(office.Grace, office.Role)).Done()[0].MayManage);
        Assert.False((await ListAsync(office.Grace, ResourceRoles.Contributor, places.Web)).Done()[0].MayManage);
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(owner, GroupRoles.Member, places.Others)).Code());
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(owner, office.Role)).Code());
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(office.Disable(owner), GroupRoles.Member, places.Operators)).Code());
    }

    [Fact]
    public async Task Only_who_sees_everything_learns_that_a_place_is_unknown()
    {
        var unknown = Scope.OfGroup(new PrincipalId(Make.NewId()));

        Assert.Equal(RefusalCode.InvalidScope, (await ListAsync(office.Ada, null, unknown)).Code());
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(office.Alan, null, unknown)).Code());
    }

    [Fact]
    public async Task Where_approval_is_demanded_of_people_who_are_all_gone_the_settings_have_lapsed()
    {
        var gone = office.Disable(office.World.AddUser("Gone"));
        office.World.Set(GroupRoles.Member, places.Operators, new ActivationSettings { RequiresApproval = true, Approvers = [gone.Id] });
        office.World.Set(GroupRoles.Owner, places.Operators, new ActivationSettings { Approvers = [gone.Id] });
        office.World.Set(GroupRoles.Member, places.Others, new ActivationSettings { RequiresApproval = true, Approvers = [gone.Id, office.Alan.Id] });

        Assert.Equal([true, false], (await ListAsync(office.Ada, null, places.Operators)).Done().Select(one => one.HasLapsed));
        Assert.Equal([false, false], (await ListAsync(office.Ada, null, places.Others)).Done().Select(one => one.HasLapsed));
    }

    [Fact]
    public async Task The_authentication_contexts_of_the_operator_are_offered_in_the_order_of_their_numbers()
    {
        foreach (var (id, name) in new[] { ("c10", "Passkey"), ("c2", "Fresh") })
        {
            office.The<ActivationOptions>().Contexts[id] = new AuthenticationContext { Name = name };
        }

        Assert.Equal([new("c2", "Fresh"), new("c10", "Passkey")], (await ListAsync(office.Ada, office.Role)).Done()[0].Contexts);
    }

    private Task<Outcome<IReadOnlyList<RoleSettings>>> ListAsync(Principal who, RoleDefinitionId? role = null) =>
        office.The<ListRoleSettings>().ExecuteAsync(office.As(who), role, Office.Ct);

    private Task<Outcome<IReadOnlyList<RoleSettings>>> ListAsync(Principal who, RoleDefinitionId? role, Scope scope) =>
        office.The<ListRoleSettings>().ExecuteAsync(office.As(who), role, scope, Office.Ct);
}
