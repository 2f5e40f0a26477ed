using Regent.Operations.Ports;
using Regent.Testing.Contracts;
using Regent.Testing.Fakes;

namespace Regent.Storage.Tests;

/// <summary>The fakes that the tests of operations rely on; they keep the same promises.</summary>
internal sealed class FakePorts : PortsUnderTest
{
    private readonly FakeWorld world = new();

    public override IUnitOfWork Unit => world.Unit;

    public override IDirectory Directory => world.Directory;

    public override IRoleStore Roles => world.Roles;

    public override IScopeStore Scopes => world.Scopes;

    public override IPolicyStore Policies => world.Policies;

    public override IScheduleStore Schedules => world.Schedules;

    public override IRequestStore Requests => world.Requests;

    public override IAppStore Apps => world.Apps;

    public override IAuditLog Audit => world.Audit;

    public override IAgenda Agenda => world.Agenda;

    public override IMailStore Mails => world.Mails;

    public override IAlertStore Alerts => world.Alerts;

    public override IAlertFacts AlertFacts => world.AlertFacts;

    public override ITargetStore Targets => world.Targets;

    public override ILedger Ledger => world.Ledger;

    public override ITargetAgenda TargetAgenda => world.TargetAgenda;

    public override IChangeFeed Changes => world.Changes;

    public override ISshDesk SshDesk => world.SshDesk;

    public override IOriginStore Origins => world.Origins;

    public override Task OpenAsync(CancellationToken ct) => Task.CompletedTask;

    public override ValueTask DisposeAsync()
    {
        world.Dispose();
        return ValueTask.CompletedTask;
    }
}
