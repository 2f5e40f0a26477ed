using Regent.Core;
using Regent.Core.Alerts;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Alerts;
using Regent.Operations.Ports;
using Regent.Testing;

namespace Regent.Operations.Tests.Alerts;

public sealed class AlertRightsTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Readers_see_and_change_nothing()
    {
        office.World.Assign(office.Barbara, DirectoryRoles.SecurityReader);

        Assert.All(await ReadsAsync(office.Barbara), code => Assert.Null(code));
        Assert.All(await ChangesAsync(office.Barbara), code => Assert.Equal(RefusalCode.AuthorizationRequestDenied, code));
    }

    [Fact]
    public async Task Anybody_else_sees_nothing()
    {
        Assert.All(await ReadsAsync(office.Alan), code => Assert.Equal(RefusalCode.AuthorizationRequestDenied, code));
        Assert.All(await ChangesAsync(office.Alan), code => Assert.Equal(RefusalCode.AuthorizationRequestDenied, code));
    }

    [Fact]
    public async Task Privileged_role_administrators_see_and_change()
    {
        Assert.All(await ReadsAsync(office.Grace), code => Assert.Null(code));
        Assert.All(await ChangesAsync(office.Grace), code => Assert.Null(code));
    }

    private async Task<IReadOnlyList<RefusalCode?>> ReadsAsync(Principal who)
    {
        var (caller, kind) = (office.As(who), AlertKind.NoMfaOnRoleActivation);
        var operation = (await office.The<ScanAlerts>().ExecuteAsync(office.As(office.Ada), kind, Office.Ct)).Done();
        return
        [
            CodeOf(await office.The<ListAlerts>().ExecuteAsync(caller, Office.Ct)),
            CodeOf(await office.The<ListIncidents>().ExecuteAsync(caller, kind, new PageAsk(), Office.Ct)),
            CodeOf(await office.The<GetIncident>().ExecuteAsync(caller, kind, office.Role.Value, Office.Ct)),
            CodeOf(await office.The<ListAlertOperations>().ExecuteAsync(caller, new PageAsk(), Office.Ct)),
            CodeOf(await office.The<GetAlertOperation>().ExecuteAsync(caller, operation.Id, Office.Ct)),
        ];
    }

    private async Task<IReadOnlyList<RefusalCode?>> ChangesAsync(Principal who)
    {
        var (caller, kind) = (office.As(who), AlertKind.NoMfaOnRoleActivation);
        return
        [
            CodeOf(await office.The<ScanAlerts>().ExecuteAsync(caller, kind: null, Office.Ct)),
            CodeOf(await office.The<DismissAlert>().ExecuteAsync(caller, kind, Office.Ct)),
            CodeOf(await office.The<RemediateIncident>().ExecuteAsync(caller, kind, office.Role.Value, Office.Ct)),
            CodeOf(await office.The<ConfigureAlert>().ExecuteAsync(
                caller, kind, new AlertChange(IsEnabled: false, new Dictionary<AlertThreshold, int>()), Office.Ct)),
        ];
    }

    private static RefusalCode? CodeOf<T>(Outcome<T> outcome) => outcome is Outcome<T>.Refused ? outcome.Code() : null;
}
