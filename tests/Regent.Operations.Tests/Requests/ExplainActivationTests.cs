using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Requests;
using Regent.Testing;

namespace Regent.Operations.Tests.Requests;

public sealed class ExplainActivationTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task An_explanation_has_the_whole_trace_and_tells_demands_from_obstacles()
    {
        office.DemandApproval(office.Barbara);

        var why = await ExplainAsync(office.Alan);

        Assert.Empty(why.Obstacles);
        Assert.Equal([RefusalCode.JustificationRule], why.Demanded.Select(result => result.Rule));
        Assert.Contains(why.Preview.Verdict.Trace, result => result is { Rule: RefusalCode.EligibilityRule, Passed: true });
        Assert.Equal(office.Eligibility, why.Preview.Eligibility);
        Assert.Equal([office.Barbara], why.Preview.Approvers);
        Assert.Empty(why.Held);
        Assert.Equal(TimeSpan.FromHours(8), why.Ask.DurationAt(office.Now));
    }

    [Fact]
    public async Task It_judges_as_asking_would_and_writes_nothing()
    {
        var why = await ExplainAsync(office.Barbara, TimeSpan.FromHours(9));

        Assert.Equal((await office.AskAsync(office.Barbara, why.Ask)).Codes(), why.Preview.Verdict.Reasons.Select(reason => reason.Code));
        Assert.Equal([RefusalCode.EligibilityRule, RefusalCode.ExpirationRule], why.Obstacles.Select(result => result.Rule));
        Assert.Empty(office.Record);
    }

    [Fact]
    public async Task Who_holds_the_role_already_is_told_on_what_it_rests_and_until_when()
    {
        await office.AskedAsync(office.Alan);

        var held = Assert.Single((await ExplainAsync(office.Alan)).Held);

        Assert.Equal(AssignmentType.Activated, held.Schedule.Type);
        Assert.Equal(office.Now.AddHours(2), held.Schedule.Effective.End);
        Assert.Equal(office.Eligibility, held.RestsOn);
        Assert.Equal(office.Alan, held.Holder);
    }

    [Fact]
    public async Task What_is_held_through_a_group_names_the_group()
    {
        var team = office.World.AddGroup("On call", office.Barbara);
        office.World.Assign(team, office.Role);

        var held = Assert.Single((await ExplainAsync(office.Barbara)).Held);

        Assert.Equal(team, held.Holder);
        Assert.Null(held.RestsOn);
    }

    [Fact]
    public async Task Nobody_nothing_and_nowhere_are_refused()
    {
        Assert.Equal(RefusalCode.SubjectNotFound, (await AskAsync(new PrincipalId(Make.NewId()), office.Role, Scope.Tenant)).Code());
        Assert.Equal(RefusalCode.RoleDefinitionDoesNotExist, (await AskAsync(office.Alan.Id, new RoleDefinitionId(Make.NewId()), Scope.Tenant)).Code());
        Assert.Equal(RefusalCode.InvalidScope, (await AskAsync(office.Alan.Id, office.Role, Scope.OfUnit(Make.NewId()))).Code());
    }

    private Task<Outcome<ActivationExplanation>> AskAsync(PrincipalId who, RoleDefinitionId role, Scope scope) =>
        office.The<ExplainActivation>().ExecuteAsync(who, role, scope, duration: null, Office.Ct);

    private async Task<ActivationExplanation> ExplainAsync(Principal who, TimeSpan? duration = null) =>
        (await office.The<ExplainActivation>().ExecuteAsync(who.Id, office.Role, Scope.Tenant, duration, Office.Ct)).Done();
}
