using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Testing;

namespace Regent.Operations.Tests.Assignments;

public sealed class ListInstancesTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Everybody_sees_what_they_have_themselves_and_through_groups()
    {
        office.World.Assign(office.World.AddGroup("Readers", office.Alan), DirectoryRoles.GlobalReader);
        await office.AskedAsync(office.Alan);

        Assert.Equal(
            ["Alan Turing", "Readers"], (await OwnAsync(office.Alan, Assignments)).Select(one => one.Principal.DisplayName).Order());
        Assert.Empty(await OwnAsync(office.Barbara, Assignments));
    }

    [Fact]
    public async Task What_is_planned_or_over_is_no_instance()
    {
        office.World.Add(Make.Assignment(office.Alan.Id, office.Role, office.Now.AddTicks(1)));
        office.World.Assign(office.Alan, DirectoryRoles.GlobalReader, office.Now);

        Assert.Empty(await OwnAsync(office.Alan, Assignments with { View = ScheduleView.Over, Now = default }));
    }

    [Fact]
    public async Task Somebody_elses_cannot_be_had_as_own() =>
        Assert.Empty(await OwnAsync(office.Alan, Assignments with { Principals = [office.Ada.Id] }));

    [Fact]
    public async Task Everybodys_is_for_readers()
    {
        var reader = office.World.AddUser("Edsger");
        office.World.Assign(reader, DirectoryRoles.SecurityOperator);

        Assert.Equal(3, (await AllAsync(reader, Assignments)).Done().Items.Count);
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await AllAsync(office.Alan, Assignments)).Code());
        Assert.Equal(
            RefusalCode.AuthorizationRequestDenied, (await AllAsync(office.Alan, Assignments with { Principals = [office.Ada.Id] })).Code());
        Assert.Equal(
            RefusalCode.AuthorizationRequestDenied,
            (await AllAsync(office.Alan, Assignments with { Principals = [office.Alan.Id, office.Ada.Id] })).Code());
        Assert.Empty((await AllAsync(office.Alan, Assignments with { Principals = [office.Alan.Id] })).Done().Items);
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await AllAsync(office.Disable(reader), Assignments)).Code());
    }

    [Fact]
    public async Task All_schedules_are_for_readers()
    {
        Task<Outcome<Page<ListedAssignment>>> ListAsync(Principal who) => office.The<ListAssignments>().ExecuteAsync(
            office.As(who), at: null, new ScheduleQuery(ScheduleKind.Eligibility, ScheduleView.Open, default), new PageAsk(), Office.Ct);

        Assert.Equal(office.Eligibility, Assert.Single((await ListAsync(office.Ada)).Done().Items).Listing.Schedule);
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(office.Alan)).Code());
    }

    private ScheduleQuery Assignments => new(ScheduleKind.Assignment, ScheduleView.InForce, office.Now);

    private async Task<IReadOnlyList<ScheduleListing>> OwnAsync(Principal who, ScheduleQuery query) =>
        (await office.The<ListInstances>().ExecuteAsync(office.As(who), own: true, query, new PageAsk(), Office.Ct)).Done().Items;

    private Task<Outcome<Page<ScheduleListing>>> AllAsync(Principal who, ScheduleQuery query) =>
        office.The<ListInstances>().ExecuteAsync(office.As(who), own: false, query, new PageAsk(), Office.Ct);
}
