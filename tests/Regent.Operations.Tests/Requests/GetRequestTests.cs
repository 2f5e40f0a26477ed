using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Requests;
using Regent.Testing;

namespace Regent.Operations.Tests.Requests;

public sealed class GetRequestTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task The_story_is_told_from_the_ask_to_the_end()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromMinutes(10));
        await office.DecideAsync(office.Grace, request);
        await office.PassAsync(TimeSpan.FromMinutes(10));
        await office.DeactivateAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromHours(3));

        var story = (await GetAsync(office.Alan, request)).Done();

        Assert.Equal(
            [
                "Add member to role requested (PIM activation)", "Add member to role approval requested (PIM activation)",
                "Add member to role request approved (PIM activation)", "Add member to role completed (PIM activation)",
                "Remove member from role requested (PIM deactivate)", "Remove member from role completed (PIM deactivate)",
            ],
            story.Entries.Select(entry => entry.Entry.Activity));
        Assert.Equal(6, story.Told.Count);
        Assert.All(story.Told, told => Assert.NotNull(told.Mail.SentAt));
        Assert.Contains(story.Told, told => told.Recipient == office.Grace);
        Assert.Equal((office.Alan, office.Role), (story.Listing.Principal, story.Listing.Role.Id));
    }

    [Fact]
    public async Task A_request_is_shown_to_those_it_concerns_and_unknown_to_all_others()
    {
        var reader = office.World.AddUser("Edsger");
        office.World.Assign(reader, DirectoryRoles.GlobalReader);
        office.DemandApproval(office.Barbara);
        var request = await office.AskedAsync(office.Alan);

        foreach (var one in new[] { office.Alan, office.Barbara, office.Ada, office.Grace, reader })
        {
            Assert.Equal(request.Id, (await GetAsync(one, request)).Done().Listing.Request.Id);
        }

        foreach (var other in new[] { office.World.AddUser("Eve"), office.Disable(reader), office.Disable(office.Barbara) })
        {
            Assert.Equal(RefusalCode.RoleAssignmentRequestNotFound, (await GetAsync(other, request)).Code());
        }

        Assert.Equal(RefusalCode.RoleAssignmentRequestNotFound, (await GetAsync(office.Ada, request with { Id = default })).Code());
    }

    [Fact]
    public async Task Who_may_decide_on_what_needs_no_approval_sees_nothing_of_it()
    {
        office.Demand(settings => settings with { Approvers = [office.Barbara.Id] });
        var request = await office.AskedAsync(office.Alan);

        Assert.Equal(RefusalCode.RoleAssignmentRequestNotFound, (await GetAsync(office.Barbara, request)).Code());
    }

    [Fact]
    public async Task A_page_offers_exactly_what_would_be_done()
    {
        office.DemandApproval(office.Alan, office.Barbara);
        var request = await office.AskedAsync(office.Alan);

        Assert.Equal((false, true), await OffersAsync(office.Alan, request));
        Assert.Equal((true, false), await OffersAsync(office.Barbara, request));
        Assert.Equal((false, true), await OffersAsync(office.Ada, request));

        office.Skip(TimeSpan.FromHours(24));
        Assert.Equal((false, true), await OffersAsync(office.Alan, request));
        Assert.Equal((false, false), await OffersAsync(office.Barbara, request));

        await office.WorkAsync();
        Assert.Equal((false, false), await OffersAsync(office.Alan, request));
    }

    [Fact]
    public async Task What_is_planned_can_be_withdrawn_until_it_begins()
    {
        var request = await office.AskedAsync(office.Alan, office.Ask(office.Alan) with { Start = office.Now.AddDays(1) });
        Assert.Equal((false, true), await OffersAsync(office.Alan, request));

        office.Skip(TimeSpan.FromDays(1));
        Assert.Equal((false, false), await OffersAsync(office.Alan, request));

        office.Skip(TimeSpan.FromDays(1));
        Assert.Equal((false, false), await OffersAsync(office.Alan, request));
    }

    [Fact]
    public async Task What_administrators_planned_is_not_offered_to_its_holder_for_withdrawal()
    {
        var planned = (await office.AssignAsync(office.Ada, office.Give(office.Barbara) with { Start = office.Now.AddDays(1) })).Done();

        Assert.Equal((false, false), await OffersAsync(office.Barbara, planned));
        Assert.Equal((false, true), await OffersAsync(office.Grace, planned));
    }

    [Fact]
    public async Task A_deactivation_has_its_own_story()
    {
        await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromMinutes(10));
        var ended = (await office.DeactivateAsync(office.Alan)).Done();

        var story = (await GetAsync(office.Alan, ended)).Done();

        Assert.Equal(
            ["Remove member from role requested (PIM deactivate)", "Remove member from role completed (PIM deactivate)"],
            story.Entries.Select(entry => entry.Entry.Activity));
    }

    [Fact]
    public async Task A_removal_has_its_own_story_and_tells_nothing_of_the_one_it_ended()
    {
        await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromMinutes(10));
        var removed = (await office.RemoveAsync(office.Ada, office.Alan, ScheduleKind.Assignment)).Done();

        var story = (await GetAsync(office.Ada, removed)).Done();

        Assert.Equal(
            ["Remove member from role in PIM requested (timebound)", "Remove member from role in PIM completed (timebound)"],
            story.Entries.Select(entry => entry.Entry.Activity));
    }

    [Fact]
    public async Task An_approver_sees_when_the_role_was_last_held_before()
    {
        office.DemandApproval();
        var first = await office.AskedAsync(office.Alan);
        Assert.Null((await GetAsync(office.Grace, first)).Done().LastHeld);
        var made = (await office.DecideAsync(office.Grace, first)).Done().Schedule;
        await office.PassAsync(TimeSpan.FromHours(2));

        var second = await office.AskedAsync(office.Alan);
        Assert.Equal(made, (await GetAsync(office.Grace, second)).Done().LastHeld?.Id);
        await office.DecideAsync(office.Grace, second);
        await office.PassAsync(TimeSpan.FromHours(2));

        Assert.Equal(made, (await GetAsync(office.Grace, second)).Done().LastHeld?.Id);
        Assert.Null((await GetAsync(office.Grace, first)).Done().LastHeld);
    }

    private async Task<(bool MayDecide, bool MayCancel)> OffersAsync(Principal who, ScheduleRequest request)
    {
        var story = (await GetAsync(who, request)).Done();
        return (story.MayDecide, story.MayCancel);
    }

    private Task<Outcome<RequestStory>> GetAsync(Principal who, ScheduleRequest request) =>
        office.The<GetRequest>().ExecuteAsync(office.As(who), request.Id, Office.Ct);
}
