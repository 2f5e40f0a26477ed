using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Testing.Contracts;

public abstract class PolicyStoreContract(PortsUnderTest ports) : PortContract(ports)
{
    private readonly RoleDefinition role = Make.Role("Exchange Administrator");

    [Fact]
    public async Task Settings_nobody_changed_are_the_default()
    {
        Assert.Equal(0, (await Ports.Policies.GetAsync(role.Id, Scope.Tenant, Ct)).Version);
        Assert.Empty(await Ports.Policies.ListAsync([Scope.Tenant], Ct));
    }

    [Fact]
    public async Task Settings_read_back_as_they_were_saved()
    {
        var (ada, board) = (new PrincipalId(Make.NewId()), new PrincipalId(Make.NewId()));
        var policy = new RolePolicy(role.Id, Scope.Tenant, Version: 1)
        {
            Activation = new ActivationSettings
            {
                MaximumDuration = TimeSpan.FromHours(3.5),
                RequiresJustification = false,
                RequiresTicket = true,
                RequiresMfa = true,
                RequiresApproval = true,
                Approvers = [ada, board],
            },
            Eligibility = new AssignmentSettings { AllowsPermanent = false, MaximumDuration = TimeSpan.FromDays(90), RequiresMfa = true },
            Assignment = new AssignmentSettings { MaximumDuration = TimeSpan.FromDays(15), RequiresJustification = true },
            ModifiedBy = ada,
            ModifiedAt = Precise,
        };

        Assert.True(await SaveAsync(policy));

        var read = await Ports.Policies.GetAsync(role.Id, Scope.Tenant, Ct);
        Assert.Equal([ada, board], read.Activation.Approvers);
        Assert.Equal(
            policy with { Activation = policy.Activation with { Approvers = [] } },
            read with { Activation = read.Activation with { Approvers = [] } });
    }

    [Fact]
    public async Task Settings_hold_at_their_scope_alone()
    {
        var (one, other) = (Scope.OfGroup(new PrincipalId(Make.NewId())), Scope.OfGroup(new PrincipalId(Make.NewId())));
        await SaveAsync(RolePolicy.Default(role.Id, one) with { Version = 1 });

        Assert.Equal(1, (await Ports.Policies.GetAsync(role.Id, one, Ct)).Version);
        Assert.Equal(RolePolicy.Default(role.Id, other), await Ports.Policies.GetAsync(role.Id, other, Ct));
        Assert.Equal([one], (await Ports.Policies.ListAsync([one, other], Ct)).Select(policy => policy.Scope));
        Assert.Empty(await Ports.Policies.ListAsync([other, Scope.Tenant], Ct));
    }

    [Fact]
    public async Task A_directory_role_has_the_same_settings_in_an_administrative_unit()
    {
        var unit = Make.Unit(Make.NewId());
        await SaveAsync(RolePolicy.Default(role.Id, Scope.Tenant) with { Version = 1 });

        Assert.Equal((1, Scope.Tenant), (await Ports.Policies.GetAsync(role.Id, unit, Ct)) is var policy ? (policy.Version, policy.Scope) : default);
        Assert.Single(await Ports.Policies.ListAsync([unit], Ct));
    }

    [Fact]
    public async Task Settings_whose_named_approvers_are_all_gone_are_found()
    {
        var (ada, gone) = (await SaveUserAsync("Ada Lovelace"), await SaveAsync(Make.User("Gone") with { IsEnabled = false }));
        var (empty, inner) = (await SaveGroupAsync("Empty"), await SaveGroupAsync("Inner", ada));
        var outer = await SaveGroupAsync("Outer", inner);
        Task NameAsync(Scope scope, params PrincipalId[] approvers) => SaveAsync(
            RolePolicy.Default(role.Id, scope) with { Version = 1, Activation = new() { RequiresApproval = true, Approvers = approvers } });
        var (lapsed, living, none) = (Scope.OfGroup(empty.Id), Scope.OfGroup(inner.Id), Scope.OfGroup(outer.Id));
        await NameAsync(lapsed, empty.Id, gone.Id);
        await NameAsync(living, empty.Id, outer.Id);
        await NameAsync(none);

        Assert.Equal([lapsed], (await Ports.Policies.LapsedAsync(Noon, Ct)).Select(policy => policy.Scope));
    }

    [Fact]
    public async Task Every_version_is_kept()
    {
        var first = RolePolicy.Default(role.Id, Scope.Tenant) with { Version = 1, Activation = new() { RequiresTicket = true } };
        await SaveAsync(first);
        await SaveAsync(first with { Version = 2, Activation = new() });

        Assert.True((await Ports.Policies.FindVersionAsync(role.Id, Scope.Tenant, 1, Ct))!.Activation.RequiresTicket);
        Assert.False((await Ports.Policies.FindVersionAsync(role.Id, Scope.Tenant, 2, Ct))!.Activation.RequiresTicket);
        Assert.Equal(RolePolicy.Default(role.Id, Scope.Tenant), await Ports.Policies.FindVersionAsync(role.Id, Scope.Tenant, 0, Ct));
        Assert.Null(await Ports.Policies.FindVersionAsync(role.Id, Scope.Tenant, 3, Ct));
    }

    [Fact]
    public async Task The_newest_version_counts()
    {
        var other = Make.Role("Reader");
        await SaveAsync(RolePolicy.Default(other.Id, Scope.Tenant) with { Version = 1 });
        var first = RolePolicy.Default(role.Id, Scope.Tenant) with { Version = 1 };
        var second = first with { Version = 2, Activation = first.Activation with { RequiresTicket = true } };

        Assert.True(await SaveAsync(first));
        Assert.True(await SaveAsync(second));

        Assert.True((await Ports.Policies.GetAsync(role.Id, Scope.Tenant, Ct)).Activation.RequiresTicket);
        Assert.Equal([1, 2], (await Ports.Policies.ListAsync([Scope.Tenant], Ct)).Select(policy => policy.Version).Order());
    }

    [Fact]
    public async Task A_version_that_is_there_already_is_not_saved_again()
    {
        var first = RolePolicy.Default(role.Id, Scope.Tenant) with { Version = 1 };
        await SaveAsync(first);

        Assert.False(await SaveAsync(first with { Activation = first.Activation with { RequiresMfa = true } }));

        Assert.False((await Ports.Policies.GetAsync(role.Id, Scope.Tenant, Ct)).Activation.RequiresMfa);
    }

    [Fact]
    public async Task Of_two_who_save_the_same_version_at_once_one_is_told_no()
    {
        var next = RolePolicy.Default(role.Id, Scope.Tenant) with { Version = 1 };

        var saved = await Task.WhenAll(SaveAsync(next), SaveAsync(next), SaveAsync(next));

        Assert.Single(saved, one => one);
    }

    private Task<bool> SaveAsync(RolePolicy policy) => Ports.Unit.RunAsync(ct => Ports.Policies.SaveAsync(policy, ct), Ct);
}
