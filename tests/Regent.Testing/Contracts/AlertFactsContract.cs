using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Testing.Contracts;

public abstract class AlertFactsContract(PortsUnderTest ports) : PortContract(ports)
{
    private static readonly DateTimeOffset Limit = Noon.AddDays(-30);

    private RoleDefinitionId role;
    private Principal ada = null!;
    private Principal alan = null!;

    [Fact]
    public async Task Eligibilities_that_nobody_activated_since_are_found_by_the_holders_name()
    {
        await BeginAsync();
        var (never, before, since) = (await EligibleAsync(alan, days: 90), await EligibleAsync(ada, days: 90), await EligibleAsync(ada, days: 90));
        await SaveAsync(Make.Activation(before, ada.Id, Limit.AddHours(-9), Limit.AddHours(-7)));
        await SaveAsync(Make.Activation(before, ada.Id, Limit.AddDays(-9), Limit.AddDays(-8)));
        await SaveAsync(Make.Activation(since, ada.Id, Limit.AddMinutes(1), Limit.AddHours(1)));
        await SaveAsync(Make.Activation(never, alan.Id, Noon.AddDays(-1), Noon) with { EndedAt = Noon.AddDays(-2) });
        await EligibleAsync(alan, days: 10);
        await SaveAsync(Make.Eligibility(alan.Id, role, Noon.AddDays(-90), Noon.AddDays(-1)));
        await SaveAsync(Make.Assignment(alan.Id, role, Noon.AddDays(-90)));

        Assert.Equal(
            [(before.Id, Limit.AddHours(-9)), (never.Id, (DateTimeOffset?)null)], await FoundAsync(HeldProblem.NotActivated));
        Assert.Equal(new HeldCount(2, Limit.AddHours(-9)), await CountAsync(HeldProblem.NotActivated));
    }

    [Fact]
    public async Task An_eligibility_whose_activation_runs_is_used()
    {
        await BeginAsync();
        var eligible = await EligibleAsync(ada, days: 90);
        await SaveAsync(Make.Activation(eligible, ada.Id, Limit.AddHours(-9), Noon.AddHours(1)));

        Assert.Empty(await FoundAsync(HeldProblem.NotActivated));
        Assert.Equal(new HeldCount(0, null), await CountAsync(HeldProblem.NotActivated));
    }

    [Fact]
    public async Task People_who_have_not_signed_in_since_are_found_with_all_they_have()
    {
        await BeginAsync();
        var team = await SaveGroupAsync("Team", ada);
        var (eligible, assigned) = (await EligibleAsync(ada, days: 60), await SaveAsync(Make.Assignment(ada.Id, role, Noon.AddDays(-50))));
        await EligibleAsync(alan, days: 60);
        await EligibleAsync(team, days: 60);
        await EligibleAsync(ada, days: 5);
        await WriteAsync(ct => Ports.Directory.NoteSignInAsync(ada.Id, Limit.AddDays(-1), ct));
        await WriteAsync(ct => Ports.Directory.NoteSignInAsync(alan.Id, Limit.AddTicks(10), ct));
        await SaveAsync(ada with { JobTitle = "Countess" });

        var found = await FoundAsync(HeldProblem.NotSignedIn);

        Assert.Equal(new[] { eligible.Id, assigned.Id }.ToHashSet(), found.Select(one => one.Id).ToHashSet());
        Assert.All(found, one => Assert.Equal(Limit.AddDays(-1), one.LastUsed));
        Assert.Equal(new HeldCount(2, Limit.AddDays(-1)), await CountAsync(HeldProblem.NotSignedIn));
    }

    [Fact]
    public async Task Assignments_that_no_request_gave_are_found()
    {
        await BeginAsync();
        var outside = await SaveAsync(Make.Assignment(ada.Id, role, Noon.AddDays(-2)));
        var inside = await SaveAsync(Make.Assignment(alan.Id, role, Noon.AddDays(-1)));
        await SaveAsync(Make.Pending(alan.Id, role, Noon) with { Id = new RequestId(inside.Id.Value), Status = RequestStatus.Provisioned });
        var eligible = await EligibleAsync(ada, days: 9);
        await SaveAsync(Make.Activation(eligible, ada.Id, Noon.AddHours(-1), Noon.AddHours(1)));

        Assert.Equal([outside.Id], (await FoundAsync(HeldProblem.NotRequested, Noon)).Select(one => one.Id));
        Assert.Equal(new HeldCount(1, Noon.AddDays(-2)), await CountAsync(HeldProblem.NotRequested, Noon));
    }

    [Fact]
    public async Task One_of_them_can_be_asked_for()
    {
        await BeginAsync();
        var (one, other) = (await EligibleAsync(ada, days: 90), await EligibleAsync(ada, days: 5));
        async Task<int> CountAsync(Schedule wanted) => (await Ports.AlertFacts.ListAsync(
            new HeldQuery(HeldProblem.NotActivated, Noon, Limit) { Id = wanted.Id }, new PageAsk(), Ct)).Items.Count;

        Assert.Equal((1, 0), (await CountAsync(one), await CountAsync(other)));
    }

    [Fact]
    public async Task Only_directory_roles_count()
    {
        await BeginAsync();
        var group = await SaveGroupAsync("Team");
        var member = await SaveRoleAsync("Member");
        await SaveAsync(Make.Assignment(ada.Id, member.Id, Noon.AddDays(-90)) with { Scope = Scope.OfGroup(group.Id) });

        Assert.Empty(await FoundAsync(HeldProblem.NotSignedIn));
        Assert.Empty(await FoundAsync(HeldProblem.NotRequested, Noon));
    }

    [Fact]
    public async Task Activations_of_whoever_activates_often_are_found()
    {
        await BeginAsync();
        var (often, seldom) = (await EligibleAsync(ada, days: 90), await EligibleAsync(alan, days: 90));
        var wanted = new List<Schedule>();
        foreach (var hours in new[] { 3, 2, 1 })
        {
            wanted.Add(await SaveAsync(Make.Activation(often, ada.Id, Noon.AddHours(-hours), Noon.AddHours(-hours + 1))));
        }

        await SaveAsync(Make.Activation(often, ada.Id, Limit.AddHours(-1), Limit));
        await SaveAsync(Make.Activation(often, ada.Id, Noon.AddHours(1), Noon.AddHours(2)));
        await SaveAsync(Make.Activation(seldom, alan.Id, Noon.AddHours(-3), Noon.AddHours(-2)));
        await SaveAsync(Make.Activation(seldom, alan.Id, Noon.AddHours(-2), Noon.AddHours(-1)));

        var found = await Ports.AlertFacts.RepeatedActivationsAsync(atLeast: 3, Limit, Noon, Ct);

        Assert.Equal(wanted.Select(one => one.Id).ToHashSet(), found.Select(one => one.Id).ToHashSet());
    }

    [Fact]
    public async Task Roles_somebody_is_eligible_for_are_found_with_since_when()
    {
        await BeginAsync();
        var other = await SaveRoleAsync("Reader");
        await EligibleAsync(ada, days: 9);
        await EligibleAsync(alan, days: 20);
        await SaveAsync(Make.Assignment(alan.Id, other.Id, Noon.AddDays(-90)));

        var found = await Ports.AlertFacts.ActivatableRolesAsync(Noon, Ct);

        Assert.Equal(new Dictionary<RoleDefinitionId, DateTimeOffset> { [role] = Noon.AddDays(-20) }, found);
    }

    private async Task BeginAsync()
    {
        role = (await SaveRoleAsync("Exchange Administrator")).Id;
        (ada, alan) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Alan Turing"));
    }

    private Task<Schedule> EligibleAsync(Principal who, int days) => SaveAsync(Make.Eligibility(who.Id, role, Noon.AddDays(-days)));

    private async Task<IReadOnlyList<(ScheduleId Id, DateTimeOffset? LastUsed)>> FoundAsync(HeldProblem problem, DateTimeOffset? limit = null)
    {
        var found = await AllAsync(page => Ports.AlertFacts.ListAsync(new HeldQuery(problem, Noon, limit ?? Limit), page, Ct), size: 1);
        return [.. found.Select(one => (one.Schedule.Id, one.LastUsed))];
    }

    private Task<HeldCount> CountAsync(HeldProblem problem, DateTimeOffset? limit = null) =>
        Ports.AlertFacts.CountAsync(new HeldQuery(problem, Noon, limit ?? Limit), Ct);
}
