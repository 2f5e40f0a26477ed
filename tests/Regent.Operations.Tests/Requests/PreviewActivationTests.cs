using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Operations.Requests;
using Regent.Testing;

namespace Regent.Operations.Tests.Requests;

public sealed class PreviewActivationTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task A_preview_says_what_asking_would_and_writes_nothing()
    {
        office.Demand(settings => settings with { RequiresTicket = true, RequiresMfa = true });
        ActivationAsk[] asks =
        [
            office.Ask(office.Alan),
            office.Ask(office.Alan) with { Justification = null, Ticket = null },
            office.Ask(office.Alan) with { Expiration = new Expiration.Never(), Start = office.Now.AddYears(2) },
        ];

        foreach (var ask in asks)
        {
            var preview = await PreviewAsync(office.Alan, ask);

            Assert.Equal((await office.AskAsync(office.Alan, ask)).Codes(), preview.Verdict.Reasons.Select(reason => reason.Code));
        }

        Assert.Empty(office.Record);
        Assert.Empty(office.Agenda);
    }

    [Fact]
    public async Task A_preview_says_what_is_demanded_by_whom_and_from_which_eligibility()
    {
        office.DemandApproval(office.World.AddGroup("Approvers", office.Barbara, office.Alan));

        var preview = await PreviewAsync(office.Alan);

        Assert.IsType<Verdict.NeedsApproval>(preview.Verdict);
        Assert.Equal([office.Barbara], preview.Approvers);
        Assert.Equal(office.Eligibility, preview.Eligibility);
        Assert.Equal(office.Role, preview.Role.Id);
        Assert.True(preview.Policy.Activation.RequiresApproval);
    }

    [Fact]
    public async Task Where_no_approval_is_demanded_nobody_would_be_asked() =>
        Assert.Empty((await PreviewAsync(office.Alan)).Approvers);

    [Fact]
    public async Task Who_is_not_eligible_does_not_learn_who_approves()
    {
        office.DemandApproval();

        var preview = await PreviewAsync(office.Barbara);

        Assert.IsType<Verdict.Refused>(preview.Verdict);
        Assert.Null(preview.Eligibility);
        Assert.Empty(preview.Approvers);
    }

    [Fact]
    public async Task Whoever_the_ask_names_it_is_judged_for_the_caller() =>
        Assert.IsType<Verdict.Refused>((await PreviewAsync(office.Barbara, office.Ask(office.Alan))).Verdict);

    [Fact]
    public async Task A_role_nobody_knows_is_refused() => Assert.Equal(
        RefusalCode.RoleDefinitionDoesNotExist,
        (await office.The<PreviewActivation>().ExecuteAsync(
            office.As(office.Alan), office.Ask(office.Alan) with { Role = default }, Office.Ct)).Code());

    private async Task<ActivationPreview> PreviewAsync(Principal who, ActivationAsk? ask = null) =>
        (await office.The<PreviewActivation>().ExecuteAsync(office.As(who), ask ?? office.Ask(who), Office.Ct)).Done();
}
