using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Testing.Contracts;

namespace Regent.Testing.Rules;

/// <summary>A program may name the request it sends, and send it again when it does not know whether it arrived.</summary>
public abstract class NamedRequestRules(PortsUnderTest ports) : RuleContract(ports)
{
    private static readonly RequestWording Wording = new() { Name = Make.NewId(), Duration = "PT60M", Condition = "@x == 'y'" };

    [Fact]
    public async Task A_named_request_has_that_name_and_reads_as_it_was_put()
    {
        var request = (await SubmitAsync(Org.Ada, Give(Alan))).Done();

        Assert.Equal(Wording.Name, request.Id.Value);
        Assert.Equal(Wording with { Name = null }, (await Org.NowAsync(request)).Wording);
    }

    [Fact]
    public async Task The_same_again_is_the_same_request_as_it_stands_and_nothing_new()
    {
        var first = (await SubmitAsync(Org.Ada, Give(Alan))).Done();
        await Org.PassAsync(TimeSpan.FromMinutes(10));
        var record = await Org.RecordAsync(first);

        var again = (await SubmitAsync(Org.Ada, Give(Alan))).Done();

        Assert.Equal(await Org.NowAsync(first), again);
        Assert.Equal(record, await Org.RecordAsync(first));
        Assert.Equal(1, await Org.Ports.Requests.CountAsync(new RequestQuery(), Ct));
    }

    [Fact]
    public async Task Another_content_another_asker_or_another_action_under_a_used_name_is_refused()
    {
        (await SubmitAsync(Org.Ada, Give(Alan))).Done();

        Assert.Equal(RefusalCode.RoleAssignmentRequestExists, (await SubmitAsync(Org.Ada, Give(Barbara))).Code());
        Assert.Equal(RefusalCode.RoleAssignmentRequestExists, (await SubmitAsync(Org.Grace, Give(Alan))).Code());
        Assert.Equal(
            RefusalCode.RoleAssignmentRequestExists,
            (await SubmitAsync(Org.Ada, Give(Alan, Wording with { Duration = "PT1H" }))).Code());
        Assert.Equal(
            RefusalCode.RoleAssignmentRequestExists,
            (await SubmitAsync(Org.Ada, new RequestAsk.Change(RequestAction.AdminUpdate, Give(Alan).Ask))).Code());
        Assert.Equal(1, await Org.Ports.Requests.CountAsync(new RequestQuery(), Ct));
    }

    [Fact]
    public async Task The_name_of_what_no_request_made_is_taken_too()
    {
        var given = await Org.GiveAsync(ScheduleKind.Eligibility, Barbara, Helpdesk, Scope.Tenant);

        Assert.Equal(
            RefusalCode.RoleAssignmentRequestExists,
            (await SubmitAsync(Org.Ada, Give(Alan, Wording with { Name = given.Id.Value }))).Code());
    }

    [Fact]
    public async Task Of_many_at_once_one_is_carried_out_and_the_same_ones_get_its_answer()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(at => SubmitAsync(Org.Ada, Give(at % 3 == 0 ? Barbara : Alan))));

        var done = all.OfType<Outcome<ScheduleRequest>.Done>().Select(one => one.Value).ToList();
        Assert.Single(done.Select(request => (request.Id, request.Principal)).Distinct());
        Assert.Equal(done[0].Principal == Barbara.Id ? 4 : 8, done.Count);
        Assert.All(all.OfType<Outcome<ScheduleRequest>.Refused>(), no => Assert.Equal(RefusalCode.RoleAssignmentRequestExists, no.Reasons[0].Code));
        Assert.Equal(1, await Org.Ports.Requests.CountAsync(new RequestQuery(), Ct));
    }

    [Fact]
    public async Task What_is_only_judged_uses_up_no_name()
    {
        (await SubmitAsync(Org.Ada, Give(Alan) with { IsValidationOnly = true })).Done();

        (await SubmitAsync(Org.Ada, Give(Barbara))).Done();
        Assert.Equal(
            RefusalCode.RoleAssignmentRequestExists, (await SubmitAsync(Org.Ada, Give(Alan) with { IsValidationOnly = true })).Code());
    }

    [Fact]
    public async Task Every_kind_of_ask_can_be_named_and_sent_again()
    {
        await Org.GiveAsync(ScheduleKind.Eligibility, Alan, Helpdesk, Scope.Tenant);
        RequestWording[] names = [.. Enumerable.Range(0, 4).Select(_ => Wording with { Name = Make.NewId() })];
        await TwiceAsync(Alan, new RequestAsk.Activate(new ActivationAsk(Alan.Id, Helpdesk, Scope.Tenant)
        {
            Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(1)),
            Justification = "A mailbox is stuck.",
            Wording = names[0],
        }));
        await Org.PassAsync(TimeSpan.FromMinutes(10));
        await TwiceAsync(Alan, new RequestAsk.Deactivate(Alan.Id, Helpdesk, Scope.Tenant, "Done.") { Put = names[1] });
        await TwiceAsync(Org.Ada, new RequestAsk.Change(
            RequestAction.AdminUpdate,
            new AssignmentAsk(ScheduleKind.Eligibility, Alan.Id, Helpdesk, Scope.Tenant)
            {
                Expiration = new Expiration.AfterDuration(TimeSpan.FromDays(30)),
                Wording = names[2],
            }));
        await TwiceAsync(Org.Ada, new RequestAsk.Remove(
            new RemovalAsk(ScheduleKind.Eligibility, Alan.Id, Helpdesk, Scope.Tenant) { Wording = names[3] }));
    }

    [Fact]
    public async Task Words_that_cannot_be_kept_are_refused()
    {
        Assert.Equal(
            RefusalCode.InvalidRoleAssignmentRequest,
            (await SubmitAsync(Org.Ada, Give(Alan, Wording with { Condition = new string('x', FreeText.Longest + 1) }))).Code());
        Assert.Equal(
            RefusalCode.InvalidRoleAssignmentRequest, (await SubmitAsync(Org.Ada, Give(Alan, Wording with { CustomData = "\ud800" }))).Code());
        Assert.Equal(
            RefusalCode.InvalidRoleAssignmentRequest, (await SubmitAsync(Org.Ada, Give(Alan, Wording with { Name = Guid.Empty }))).Code());
    }

    private async Task TwiceAsync(Principal who, RequestAsk ask)
    {
        var first = (await SubmitAsync(who, ask)).Done();
        Assert.Equal((ask.Wording!.Name, ask.Wording.Keep()), (first.Id.Value, (await Org.NowAsync(first)).Wording));
        Assert.Equal(await Org.NowAsync(first), (await SubmitAsync(who, ask)).Done());
    }

    private static RequestAsk.Assign Give(Principal to, RequestWording? wording = null) => new(
        new AssignmentAsk(ScheduleKind.Eligibility, to.Id, Helpdesk, Scope.Tenant)
        {
            Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(1)),
            Justification = "Joins.",
            Wording = wording ?? Wording,
        });

    private Task<Outcome<ScheduleRequest>> SubmitAsync(Principal who, RequestAsk ask) =>
        Org.The<SubmitRequest>().ExecuteAsync(Org.As(who), ask, Ct);
}
