using System.Net;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Sdk;

/// <summary>Many requests at once, as the official client library puts them together and takes the answers apart.</summary>
public sealed class BatchSdkTests(SampleServer server) : IClassFixture<SampleServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_writes_and_refusals_come_back_each_as_itself()
    {
        var alan = await server.GraphAsync("alan");
        var id = (await server.PersonAsync("alan")).Id.ToString();
        var batch = new BatchRequestContentCollection(alan);
        var me = await batch.AddBatchRequestStepAsync(alan.Me.ToGetRequestInformation(request => request.QueryParameters.Select = ["id", "displayName"]));
        var eligible = await batch.AddBatchRequestStepAsync(alan.RoleManagement.Directory.RoleEligibilityScheduleInstances
            .FilterByCurrentUserWithOn("principal").ToGetRequestInformation(request => request.QueryParameters.Expand = ["roleDefinition"]));
        var asked = await batch.AddBatchRequestStepAsync(alan.RoleManagement.Directory.RoleAssignmentScheduleRequests
            .ToPostRequestInformation(Activation(id, "User Administrator")));
        var refused = await batch.AddBatchRequestStepAsync(alan.RoleManagement.Directory.RoleAssignmentScheduleRequests
            .ToPostRequestInformation(Activation(id, "Global Administrator")));

        var answers = await alan.Batch.PostAsync(batch, Ct);

        Assert.Equal("Alan Turing", (await answers.GetResponseByIdAsync<User>(me)).DisplayName);
        var roles = (await answers.GetResponseByIdAsync<UnifiedRoleEligibilityScheduleInstanceCollectionResponse>(eligible)).Value!;
        Assert.Equal(
            ["Billing Administrator", "Exchange Administrator", "Security Reader", "User Administrator"],
            roles.Select(one => one.RoleDefinition!.DisplayName).Order());
        Assert.Equal("Provisioned", (await answers.GetResponseByIdAsync<UnifiedRoleAssignmentScheduleRequest>(asked)).Status);
        var codes = await answers.GetResponsesStatusCodesAsync();
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.BadRequest), (codes[me], codes[asked], codes[refused]));
        Assert.Contains("EligibilityRule", await (await answers.GetResponseByIdAsync(refused)).Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_go_into_one_are_split_and_what_failed_is_sent_again()
    {
        var alan = await server.GraphAsync("alan");
        var people = (await alan.Users.GetAsync(cancellationToken: Ct))!.Value!;
        var batch = new BatchRequestContentCollection(alan);
        var steps = new Dictionary<string, string>();
        foreach (var number in Enumerable.Range(0, 45))
        {
            var person = people[number % people.Count];
            steps[await batch.AddBatchRequestStepAsync(alan.Users[person.Id].ToGetRequestInformation())] = person.DisplayName!;
        }

        await batch.AddBatchRequestStepAsync(alan.Users["nobody@regent.example"].ToGetRequestInformation());
        var answers = await alan.Batch.PostAsync(batch, Ct);

        foreach (var (step, name) in steps)
        {
            Assert.Equal(name, (await answers.GetResponseByIdAsync<User>(step)).DisplayName);
        }

        var again = batch.NewBatchWithFailedRequests(await answers.GetResponsesStatusCodesAsync());
        Assert.Equal(HttpStatusCode.NotFound, Assert.Single(await (await alan.Batch.PostAsync(again, Ct)).GetResponsesStatusCodesAsync()).Value);
    }

    [Fact]
    public async Task What_depends_waits_for_what_it_depends_on()
    {
        var barbara = await server.GraphAsync("barbara");
        var group = (await barbara.Groups.GetAsync(request => request.QueryParameters.Filter = "displayName eq 'Database operators'", Ct))!.Value![0].Id!;
        var grace = (await server.PersonAsync("grace")).Id.ToString();
        var members = barbara.Groups[group].Members;
        var join = await MessageAsync(barbara, members.Ref.ToPostRequestInformation(
            new ReferenceCreate { OdataId = $"https://graph.microsoft.com/v1.0/directoryObjects/{grace}" }));
        var look = await MessageAsync(barbara, members.ToGetRequestInformation());
        var leave = await MessageAsync(barbara, members[grace].Ref.ToDeleteRequestInformation());
        var batch = new BatchRequestContentCollection(barbara);
        batch.AddBatchRequestStep(new BatchRequestStep("in", join));
        batch.AddBatchRequestStep(new BatchRequestStep("seen", look, ["in"]));
        batch.AddBatchRequestStep(new BatchRequestStep("out", leave, ["seen"]));

        var answers = await barbara.Batch.PostAsync(batch, Ct);

        Assert.Equal(grace, Assert.Single((await answers.GetResponseByIdAsync<DirectoryObjectCollectionResponse>("seen")).Value!).Id);
        Assert.Equal(HttpStatusCode.NoContent, (await answers.GetResponsesStatusCodesAsync())["out"]);
        Assert.Empty((await members.GetAsync(cancellationToken: Ct))!.Value!);
    }

    private static async Task<HttpRequestMessage> MessageAsync(GraphServiceClient client, Microsoft.Kiota.Abstractions.RequestInformation request) =>
        (await client.RequestAdapter.ConvertToNativeRequestAsync<HttpRequestMessage>(request, Ct))!;

    private UnifiedRoleAssignmentScheduleRequest Activation(string principal, string role) => new()
    {
        Action = UnifiedRoleScheduleRequestActions.SelfActivate,
        PrincipalId = principal,
        RoleDefinitionId = ApiClient.Role(role),
        DirectoryScopeId = "/",
        Justification = "A new starter",
        ScheduleInfo = new RequestSchedule
        {
            StartDateTime = server.Clock.GetUtcNow(),
            Expiration = new ExpirationPattern { Type = ExpirationPatternType.AfterDuration, Duration = TimeSpan.FromHours(1) },
        },
    };
}
