using Regent.Operations.Ports;

namespace Regent.Testing.Contracts;

/// <summary>One kind of storage, opened empty for one test.</summary>
public abstract class PortsUnderTest : IAsyncDisposable
{
    public abstract IUnitOfWork Unit { get; }

    public abstract IDirectory Directory { get; }

    public abstract IRoleStore Roles { get; }

    public abstract IScopeStore Scopes { get; }

    public abstract IPolicyStore Policies { get; }

    public abstract IScheduleStore Schedules { get; }

    public abstract IRequestStore Requests { get; }

    public abstract IAppStore Apps { get; }

    public abstract IAuditLog Audit { get; }

    public abstract IAgenda Agenda { get; }

    public abstract IMailStore Mails { get; }

    public abstract IAlertStore Alerts { get; }

    public abstract IAlertFacts AlertFacts { get; }

    public abstract ITargetStore Targets { get; }

    public abstract ILedger Ledger { get; }

    public abstract ITargetAgenda TargetAgenda { get; }

    public abstract IChangeFeed Changes { get; }

    public abstract ISshDesk SshDesk { get; }

    public abstract IOriginStore Origins { get; }

    /// <summary>Opens it, or skips the test where that is not possible.</summary>
    public abstract Task OpenAsync(CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}
