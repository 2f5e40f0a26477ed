using Microsoft.Graph;
using Microsoft.Graph.Models;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Sdk;

/// <summary>Lists, pages, counts and role definitions, as programs that use the official client library ask for them.</summary>
public sealed class ListSdkTests(SampleServer server) : IClassFixture<SampleServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_are_walked_through_to_the_end()
    {
        var ada = await server.GraphAsync("ada");
        var page = await ada.RoleManagement.Directory.RoleDefinitions.GetAsync(
            request => (request.QueryParameters.Top, request.QueryParameters.Orderby) = (50, ["displayName"]), Ct);
        var names = new List<string?>();

        await PageIterator<UnifiedRoleDefinition, UnifiedRoleDefinitionCollectionResponse>.CreatePageIterator(ada, page!, role =>
        {
            names.Add(role.DisplayName);
            return true;
        }).IterateAsync(Ct);

        Assert.True(names.Count >= 123);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public async Task Pages_of_schedules_keep_filter_and_expansion()
    {
        var ada = await server.GraphAsync("ada");
        var alan = (await server.PersonAsync("alan")).Id.ToString();
        var page = await ada.RoleManagement.Directory.RoleEligibilitySchedules.GetAsync(request =>
        {
            request.QueryParameters.Filter = $"principalId eq '{alan}'";
            request.QueryParameters.Expand = ["principal", "roleDefinition($select=id,displayName)", "directoryScope"];
            request.QueryParameters.Orderby = ["createdDateTime desc"];
            request.QueryParameters.Count = true;
            request.QueryParameters.Top = 3;
        }, Ct);
        Assert.Equal((4L, 3), (page!.OdataCount, page.Value!.Count));
        var seen = new List<UnifiedRoleEligibilitySchedule>();

        await PageIterator<UnifiedRoleEligibilitySchedule, UnifiedRoleEligibilityScheduleCollectionResponse>.CreatePageIterator(ada, page, one =>
        {
            seen.Add(one);
            return true;
        }).IterateAsync(Ct);

        Assert.Equal(4, seen.Count);
        Assert.All(seen, one => Assert.Equal("Alan Turing", Assert.IsType<User>(one.Principal).DisplayName));
        Assert.All(seen, one => Assert.NotNull(one.RoleDefinition!.DisplayName));
        Assert.All(seen, one => Assert.Equal(("Direct", "Provisioned", ExpirationPatternType.NoExpiration), (one.MemberType, one.Status, one.ScheduleInfo!.Expiration!.Type)));
    }

    [Fact]
    public async Task Lists_are_filtered_and_counted()
    {
        var ada = await server.GraphAsync("ada");
        var requests = ada.RoleManagement.Directory.RoleAssignmentScheduleRequests;

        Assert.Equal("Denied", Assert.Single((await requests.GetAsync(
            request => request.QueryParameters.Filter = "status eq 'Denied' and createdDateTime ge 2026-02-01T00:00:00Z", Ct))!.Value!).Status);
        Assert.Equal(1, await requests.Count.GetAsync(request => request.QueryParameters.Filter = "status eq 'TimedOut'", Ct));
        Assert.Equal(4, await ada.RoleManagement.Directory.RoleAssignments.Count.GetAsync(cancellationToken: Ct));
        Assert.Equal("Activated", Assert.Single((await ada.RoleManagement.Directory.RoleAssignmentSchedules.GetAsync(
            request => request.QueryParameters.Filter = "assignmentType eq 'Activated'", Ct))!.Value!).AssignmentType);
        Assert.Equal(2, (await ada.RoleManagement.Directory.RoleEligibilityScheduleInstances.GetAsync(
            request => (request.QueryParameters.Skip, request.QueryParameters.Top) = (5, 10), Ct))!.Value!.Count);
    }

    [Fact]
    public async Task A_role_of_ones_own_is_made_changed_given_and_removed()
    {
        var ada = await server.GraphAsync("ada");
        var definitions = ada.RoleManagement.Directory.RoleDefinitions;
        var made = await definitions.PostAsync(
            new UnifiedRoleDefinition
            {
                DisplayName = "Lamp lighters",
                Description = "Lights lamps",
                IsEnabled = true,
                RolePermissions = [new UnifiedRolePermission { AllowedResourceActions = ["microsoft.directory/users/basic/read"] }],
            }, cancellationToken: Ct);
        await definitions[made!.Id].PatchAsync(new UnifiedRoleDefinition { Description = "Lights all lamps" }, cancellationToken: Ct);
        Assert.Equal("Lights all lamps", (await definitions[made.Id].GetAsync(cancellationToken: Ct))!.Description);

        var given = await ada.RoleManagement.Directory.RoleAssignments.PostAsync(
            new UnifiedRoleAssignment
            {
                PrincipalId = (await server.PersonAsync("barbara")).Id.ToString(),
                RoleDefinitionId = made.Id,
                DirectoryScopeId = "/",
            }, cancellationToken: Ct);
        Assert.Equal("RoleDefinitionHasAssignments", await GraphSdk.CodeAsync(() => definitions[made.Id].DeleteAsync(cancellationToken: Ct)));
        Assert.Equal(made.Id, (await ada.RoleManagement.Directory.RoleAssignments[given!.Id].GetAsync(
            request => request.QueryParameters.Expand = ["principal"], Ct))!.RoleDefinitionId);
        Assert.Equal("ActiveDurationTooShort", await GraphSdk.CodeAsync(
            () => ada.RoleManagement.Directory.RoleAssignments[given.Id].DeleteAsync(cancellationToken: Ct)));

        server.Clock.Advance(TimeSpan.FromMinutes(5));
        await ada.RoleManagement.Directory.RoleAssignments[given.Id].DeleteAsync(cancellationToken: Ct);

        var other = await definitions.PostAsync(
            new UnifiedRoleDefinition
            {
                DisplayName = "Lamp cleaners",
                RolePermissions = [new UnifiedRolePermission { AllowedResourceActions = ["microsoft.directory/users/basic/read"] }],
            }, cancellationToken: Ct);
        await definitions[other!.Id].DeleteAsync(cancellationToken: Ct);
        Assert.Equal("Request_ResourceNotFound", await GraphSdk.CodeAsync(() => definitions[other.Id].GetAsync(cancellationToken: Ct)));
    }
}
