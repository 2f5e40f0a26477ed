using Microsoft.Graph;
using Microsoft.Graph.Models;
using Regent.Server.Tests.Api.Approvals;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Sdk;

/// <summary>An activation in a group, decided as programs that use the official client library decide.</summary>
public sealed class ApprovalSdkTests : IAsyncLifetime
{
    private readonly SampleServer server = new();
    private GraphServiceClient barbara = null!;
    private GraphServiceClient alan = null!;
    private string approval = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (barbara, alan) = (await server.GraphAsync("barbara"), await server.GraphAsync("alan"));
        var group = (await alan.Groups.GetAsync(request => request.QueryParameters.Filter = "displayName eq 'Database operators'", Ct))!.Value![0].Id!;
        approval = await server.AskToJoinAsync("alan", group);
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task An_approver_finds_what_waits_and_approves_it()
    {
        var waiting = await barbara.IdentityGovernance.PrivilegedAccess.Group.AssignmentApprovals.FilterByCurrentUserWithOn("approver")
            .GetAsFilterByCurrentUserWithOnGetResponseAsync(request => request.QueryParameters.Expand = ["stages"], Ct);
        var stage = Assert.Single(Assert.Single(waiting!.Value!).Stages!);
        Assert.Equal((approval, true, "InProgress", "NotReviewed"), (stage.Id, stage.AssignedToMe, stage.Status, stage.ReviewResult));

        await barbara.IdentityGovernance.PrivilegedAccess.Group.AssignmentApprovals[approval].Stages[stage.Id]
            .PatchAsync(new ApprovalStage { ReviewResult = "Approve", Justification = "On call." }, cancellationToken: Ct);

        var decided = await alan.IdentityGovernance.PrivilegedAccess.Group.AssignmentApprovals[approval].Stages[approval].GetAsync(cancellationToken: Ct);
        Assert.Equal(
            ("Completed", "Approve", "On call.", "Barbara Liskov", server.Clock.GetUtcNow()),
            (decided!.Status, decided.ReviewResult, decided.Justification, decided.ReviewedBy!.DisplayName, decided.ReviewedDateTime!.Value));
        Assert.Equal("Conflict", await GraphSdk.CodeAsync(() => barbara.IdentityGovernance.PrivilegedAccess.Group.AssignmentApprovals[approval].Stages[approval]
            .PatchAsync(new ApprovalStage { ReviewResult = "Deny", Justification = "After all." }, cancellationToken: Ct)));
    }

    [Fact]
    public async Task Who_asked_does_not_decide() => Assert.Equal(
        "Authorization_RequestDenied",
        await GraphSdk.CodeAsync(() => alan.IdentityGovernance.PrivilegedAccess.Group.AssignmentApprovals[approval].Stages[approval]
            .PatchAsync(new ApprovalStage { ReviewResult = "Approve", Justification = "Mine." }, cancellationToken: Ct)));
}
