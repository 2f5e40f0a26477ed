using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Regent.Operations.Ports;
using Regent.Testing.Contracts;

namespace Regent.Storage.Tests;

/// <summary>A database of its own for each test, behind the storage's one door.</summary>
internal abstract class DatabasePorts : PortsUnderTest
{
    private ServiceProvider? services;

    public IServiceProvider Services => services ?? throw new InvalidOperationException("It is not open.");

    public override IUnitOfWork Unit => Of<IUnitOfWork>();

    public override IDirectory Directory => Of<IDirectory>();

    public override IRoleStore Roles => Of<IRoleStore>();

    public override IScopeStore Scopes => Of<IScopeStore>();

    public override IPolicyStore Policies => Of<IPolicyStore>();

    public override IScheduleStore Schedules => Of<IScheduleStore>();

    public override IRequestStore Requests => Of<IRequestStore>();

    public override IAppStore Apps => Of<IAppStore>();

    public override IAuditLog Audit => Of<IAuditLog>();

    public override IAgenda Agenda => Of<IAgenda>();

    public override IMailStore Mails => Of<IMailStore>();

    public override IAlertStore Alerts => Of<IAlertStore>();

    public override IAlertFacts AlertFacts => Of<IAlertFacts>();

    public override ITargetStore Targets => Of<ITargetStore>();

    public override ILedger Ledger => Of<ILedger>();

    public override ITargetAgenda TargetAgenda => Of<ITargetAgenda>();

    public override IChangeFeed Changes => Of<IChangeFeed>();

    public override ISshDesk SshDesk => Of<ISshDesk>();

    public override IOriginStore Origins => Of<IOriginStore>();

    public override async Task OpenAsync(CancellationToken ct) => services = Regent(await CreateAsync(ct));

    public override async ValueTask DisposeAsync()
    {
        if (services is not null)
        {
            await services.DisposeAsync();
            await RemoveAsync();
        }
    }

    /// <summary>The storage as a server has it.</summary>
    internal static ServiceProvider Regent(string connection)
    {
        var settings = new Dictionary<string, string?> { ["ConnectionStrings:Regent"] = connection };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection().AddLogging().AddRegentStorage(configuration).BuildServiceProvider();
    }

    /// <summary>Makes an empty, prepared database and says how to connect to it.</summary>
    protected abstract Task<string> CreateAsync(CancellationToken ct);

    protected abstract Task RemoveAsync();

    private T Of<T>()
        where T : notnull => Services.GetRequiredService<T>();
}
