using Regent.Core;
using Regent.Core.Requests;
using Regent.Operations.Requests;
using Regent.Testing;
using Regent.Testing.Fakes;

namespace Regent.Operations.Tests.Requests;

public sealed class RehearseRequestTests : IDisposable
{
    private readonly FakeWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task What_is_rehearsed_is_told_and_leaves_nothing()
    {
        var ct = TestContext.Current.CancellationToken;
        var request = Make.Pending(world.AddUser("Alan Turing").Id, world.AddRole("Helpdesk Administrator").Id, world.Now);

        var outcome = await new RehearseRequest(world.Unit).ExecuteAsync(
            async token =>
            {
                await world.Requests.AddAsync(request, token);
                Assert.NotNull(await world.Requests.FindAsync(request.Id, token));
                return request;
            },
            ct);

        Assert.Equal(request, Assert.IsType<Outcome<ScheduleRequest>.Done>(outcome).Value);
        Assert.Null(await world.Requests.FindAsync(request.Id, ct));
    }

    [Fact]
    public async Task A_refusal_is_told_as_it_would_be()
    {
        var no = new Refusal(RefusalCode.RoleAssignmentExists, "It is there.");

        var outcome = await new RehearseRequest(world.Unit).ExecuteAsync(
            _ => Task.FromResult<Outcome<ScheduleRequest>>(no), TestContext.Current.CancellationToken);

        Assert.Equal([no], Assert.IsType<Outcome<ScheduleRequest>.Refused>(outcome).Reasons);
    }
}
