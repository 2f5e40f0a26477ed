using System.Net;
using System.Text.Json.Nodes;
using Regent.Core.Alerts;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Alerts;

public sealed class AlertConfigurationTests(SampleServer server) : IClassFixture<SampleServer>, IAsyncLifetime
{
    private const string Stale = "#microsoft.graph.staleSignInAlertConfiguration";

    private AlertClient ada = null!;

    public async ValueTask InitializeAsync() => ada = await AlertClient.OfAsync(server, "ada");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(AlertKind.StaleSignIn, Stale, "duration", "P90D")]
    [InlineData(AlertKind.StaleSignIn, "microsoft.graph.STALEsigninalertconfiguration", "Duration", "P90D")]
    [InlineData(AlertKind.RedundantAssignment, "#microsoft.graph.redundantAssignmentAlertConfiguration", "duration", "P7D")]
    [InlineData(AlertKind.SequentialActivationRenewals, "#microsoft.graph.sequentialActivationRenewalsAlertConfiguration", "timeIntervalBetweenActivations", "PT5M")]
    public async Task A_length_of_time_can_be_set(AlertKind kind, string type, string member, string value)
    {
        await ChangeAsync(kind, type, (member, value));

        Assert.Equal(value, (string?)(await ConfigurationAsync(kind))[char.ToLowerInvariant(member[0]) + member[1..]]);
    }

    [Fact]
    public async Task Nothing_at_all_is_a_length_where_it_is_allowed()
    {
        await ChangeAsync(AlertKind.RedundantAssignment, "#microsoft.graph.redundantAssignmentAlertConfiguration", ("duration", "P0D"));

        Assert.Equal("PT0S", (string?)(await ConfigurationAsync(AlertKind.RedundantAssignment))["duration"]);
    }

    [Fact]
    public async Task Numbers_can_be_set_and_what_is_not_sent_stays()
    {
        const string type = "#microsoft.graph.tooManyGlobalAdminsAssignedToTenantAlertConfiguration";
        await ChangeAsync(AlertKind.TooManyGlobalAdminsAssignedToTenant, type, ("globalAdminCountThreshold", 5), ("unheardOf", 1), ("duration", "rubbish"));
        await ChangeAsync(AlertKind.TooManyGlobalAdminsAssignedToTenant, type, ("percentageOfGlobalAdminsOutOfRolesThreshold", 40), ("isEnabled", false));

        var configuration = await ConfigurationAsync(AlertKind.TooManyGlobalAdminsAssignedToTenant);

        Assert.Equal(
            (5, 40, false),
            ((int)configuration["globalAdminCountThreshold"]!, (int)configuration["percentageOfGlobalAdminsOutOfRolesThreshold"]!, (bool)configuration["isEnabled"]!));
    }

    [Theory]
    [InlineData("duration", "P366D")]
    [InlineData("duration", "P0D")]
    [InlineData("duration", "PT12H")]
    [InlineData("duration", "30")]
    [InlineData("duration", "P99999999D")]
    [InlineData("duration", 30)]
    [InlineData("isEnabled", "perhaps")]
    public async Task A_value_that_makes_no_sense_is_refused_by_name(string member, object value)
    {
        var before = await ConfigurationAsync(AlertKind.StaleSignIn);

        var refused = await ChangeAsync(AlertKind.StaleSignIn, Stale, HttpStatusCode.BadRequest, (member, value));

        Assert.Equal(member, (string?)refused["error"]!["target"]);
        Assert.Equal(before.ToJsonString(), (await ConfigurationAsync(AlertKind.StaleSignIn)).ToJsonString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("#microsoft.graph.redundantAssignmentAlertConfiguration")]
    [InlineData("#microsoft.graph.unifiedRoleManagementAlertConfiguration")]
    public async Task The_type_must_be_that_of_the_configuration(string? type)
    {
        var refused = await ChangeAsync(AlertKind.StaleSignIn, type, HttpStatusCode.BadRequest, ("duration", "P40D"));

        Assert.Equal("@odata.type", (string?)refused["error"]!["target"]);
    }

    [Fact]
    public async Task Members_of_its_own_type_can_be_chosen()
    {
        var configuration = await ada.GetAsync($"{AlertClient.Configurations}/{ada.Id(AlertKind.SequentialActivationRenewals)}?$select=sequentialActivationCounterThreshold&$expand=alertDefinition($select=severityLevel)");

        Assert.Equal(3, (int?)configuration["sequentialActivationCounterThreshold"]);
        Assert.False(configuration.ContainsKey("isEnabled"));
        Assert.Equal("medium", (string?)configuration["alertDefinition"]!["severityLevel"]);
    }

    private Task<JsonObject> ConfigurationAsync(AlertKind kind) => ada.GetAsync($"{AlertClient.Alerts}/{ada.Id(kind)}/alertConfiguration");

    private Task<JsonObject> ChangeAsync(AlertKind kind, string type, params (string Member, object Value)[] members) =>
        ChangeAsync(kind, type, HttpStatusCode.NoContent, members);

    private Task<JsonObject> ChangeAsync(AlertKind kind, string? type, HttpStatusCode status, params (string Member, object Value)[] members)
    {
        var body = members.ToDictionary(member => member.Member, member => member.Value);
        if (type is not null)
        {
            body["@odata.type"] = type;
        }

        return ada.PatchAsync($"{AlertClient.Configurations}/{ada.Id(kind)}", body, status);
    }
}
