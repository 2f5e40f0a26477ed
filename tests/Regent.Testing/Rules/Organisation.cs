using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Agenda;
using Regent.Operations.Policies;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Operations.Roles;
using Regent.Testing.Contracts;
using Regent.Testing.Fakes;

namespace Regent.Testing.Rules;

/// <summary>Every operation over one kind of storage, with Ada as Global Administrator and Grace as Privileged Role Administrator.</summary>
public sealed class Organisation(PortsUnderTest ports) : IAsyncDisposable
{
    private ServiceProvider? services;

    public FakeTimeProvider Clock { get; } = new(Make.Noon);

    public FakeMailer Mailer { get; } = new();

    /// <summary>The systems outside by their addresses; one that is not here yet is made when it is asked for.</summary>
    public ConcurrentDictionary<string, FakeTarget> Systems { get; } = new();

    public PortsUnderTest Ports => ports;

    public DateTimeOffset Now => Clock.GetUtcNow();

    public Principal Ada { get; private set; } = null!;

    public Principal Grace { get; private set; } = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task OpenAsync(ActivationOptions options)
    {
        await ports.OpenAsync(Ct);
        services = new ServiceCollection()
            .AddRegentOperations()
            .AddSingleton(ports.Unit).AddSingleton(ports.Directory).AddSingleton(ports.Roles).AddSingleton(ports.Scopes)
            .AddSingleton(ports.Policies).AddSingleton(ports.Schedules).AddSingleton(ports.Requests).AddSingleton(ports.Audit)
            .AddSingleton(ports.Alerts).AddSingleton(ports.AlertFacts).AddSingleton(ports.Agenda).AddSingleton(ports.Mails).AddSingleton(ports.Changes).AddSingleton<IMailer>(Mailer)
            .AddSingleton(ports.Apps).AddSingleton(ports.Origins)
            .AddSingleton(ports.Targets).AddSingleton(ports.Ledger).AddSingleton(ports.TargetAgenda).AddSingleton<ISecretBox>(new FakeSecretBox())
            .AddSingleton(FakeDriver.Of(target => Systems.GetOrAdd(target.Settings["address"]!, _ => new FakeTarget())))
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<IPasswordLinks>(new FakePasswordLinks(new FakeMemory(), Clock)).AddSingleton(new PasswordLinkOptions())
            .AddSingleton<TimeProvider>(Clock).AddSingleton(options).AddSingleton(new NotificationOptions())
            .BuildServiceProvider();
        await The<InstallBuiltInRoles>().ExecuteAsync(Ct);
        (Ada, Grace) = (await UserAsync("Ada Lovelace"), await UserAsync("Grace Hopper"));
        await GiveAsync(ScheduleKind.Assignment, Ada, DirectoryRoles.GlobalAdministrator, Scope.Tenant);
        await GiveAsync(ScheduleKind.Assignment, Grace, DirectoryRoles.PrivilegedRoleAdministrator, Scope.Tenant);
    }

    public T The<T>()
        where T : notnull => services!.GetRequiredService<T>();

    public Caller As(Principal who, bool withMfa = false) => new(who.Id, withMfa ? Now : null);

    public async Task<Principal> SaveAsync(Principal principal)
    {
        await WriteAsync(ct => ports.Directory.SaveAsync(principal, ct));
        return principal;
    }

    public Task<Principal> UserAsync(string name) => SaveAsync(Make.User(name));

    public async Task<Principal> GroupAsync(string name, params Principal[] members)
    {
        var group = await SaveAsync(Make.Group(name));
        foreach (var member in members)
        {
            await WriteAsync(ct => ports.Directory.AddMembershipAsync(new Membership(group.Id, member.Id), ct));
        }

        return group;
    }

    public async Task<Scope> ScopeAsync(string path, string name, Scope? parent = null)
    {
        var node = new ScopeNode(Scope.TryParse(path, out var scope) ? scope : throw new ArgumentException(path, nameof(path)), name, parent);
        await WriteAsync(ct => ports.Scopes.SaveManyAsync([node], ct));
        return scope;
    }

    /// <summary>Gives something behind everybody's back, since an hour ago; for ever, or until then.</summary>
    public async Task<Schedule> GiveAsync(
        ScheduleKind kind, Principal to, RoleDefinitionId role, Scope scope, DateTimeOffset? until = null)
    {
        var start = Now.AddHours(-1);
        var schedule = new Schedule(ScheduleId.At(start), kind, AssignmentType.Assigned, to.Id, role, scope, new Period(start, until), start);
        await WriteAsync(ct => ports.Schedules.AddAsync(schedule, ct));
        return schedule;
    }

    public async Task<RolePolicy> DemandAsync(RoleDefinitionId role, Scope scope, ActivationSettings settings)
    {
        var before = await ports.Policies.GetAsync(role, scope, Ct);
        return (await The<ChangeRoleSettings>().ExecuteAsync(As(Ada), before with { Activation = settings }, Ct)).Done();
    }

    public Task<Outcome<ScheduleRequest>> AskAsync(Principal who, RoleDefinitionId role, Scope scope, Func<ActivationAsk, ActivationAsk>? change = null, bool withMfa = false)
    {
        var ask = new ActivationAsk(who.Id, role, scope)
        {
            Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(2)),
            Justification = "A mailbox is stuck.",
        };
        return The<ActivateRole>().ExecuteAsync(As(who, withMfa), change is null ? ask : change(ask), Ct);
    }

    public Task<Outcome<ScheduleRequest>> DecideAsync(Principal who, ScheduleRequest request, bool approve = true) =>
        The<DecideRequest>().ExecuteAsync(As(who), request.Id, approve, approve ? "Go ahead." : "Not today.", Ct);

    public Task<Outcome<ScheduleRequest>> AssignAsync(ScheduleKind kind, Principal to, RoleDefinitionId role, Scope scope, Expiration? until = null) =>
        The<AssignRole>().ExecuteAsync(
            As(Ada), new AssignmentAsk(kind, to.Id, role, scope) { Expiration = until, Justification = "Joins." }, Ct);

    public Task<Outcome<ScheduleRequest>> RemoveAsync(ScheduleKind kind, Principal from, RoleDefinitionId role, Scope scope) =>
        The<RemoveAssignment>().ExecuteAsync(As(Ada), new RemovalAsk(kind, from.Id, role, scope) { Justification = "Leaves." }, Ct);

    public Task<Outcome<ScheduleRequest>> EndAsync(Principal who, RoleDefinitionId role, Scope scope) =>
        The<DeactivateRole>().ExecuteAsync(As(who), role, scope, "Done.", Ct);

    public Task<Outcome<ScheduleRequest>> ExtendAsync(Principal who, ScheduleKind kind, RoleDefinitionId role, Scope scope, DateTimeOffset until, bool withMfa = true) =>
        The<ExtendRole>().ExecuteAsync(
            As(who, withMfa),
            new AssignmentAsk(kind, who.Id, role, scope) { Expiration = new Expiration.AfterDateTime(until), Justification = "Not done yet." }, Ct);

    public async Task<ScheduleRequest> NowAsync(ScheduleRequest request) => (await ports.Requests.FindAsync(request.Id, Ct))!;

    /// <summary>Whether somebody holds the role here at this moment, themselves.</summary>
    public async Task<bool> HoldsAsync(Principal who, RoleDefinitionId role, Scope scope) =>
        (await ports.Schedules.OpenOfAsync([who.Id], ScheduleKind.Assignment, role, Now, Ct))
        .Any(held => held.Scope == scope && held.IsInForceAt(Now));

    /// <summary>What is on the record, oldest first, with its reason.</summary>
    public async Task<IReadOnlyList<(string Activity, string? Reason)>> RecordAsync(ScheduleRequest request) =>
    [
        .. (await ports.Audit.ListAsync(new AuditQuery { CorrelationId = request.Id.Value }, new PageAsk(PageAsk.Largest), Ct)).Items
            .Reverse().Select(one => (one.Entry.Activity, one.Entry.Reason)),
    ];

    public Task WriteAsync(Func<CancellationToken, Task> work) => ports.Unit.RunAsync(
        async ct =>
        {
            await work(ct);
            return true;
        },
        Ct);

    /// <summary>Lets time pass; the worker does everything at the moment it is due.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var until = Now + time;
        await WorkAsync();
        while (await ports.Agenda.NextDueAsync(AgendaShare.All, Ct) is { } due && due <= until)
        {
            Clock.SetUtcNow(due > Now ? due : Now);
            await WorkAsync();
        }

        Clock.SetUtcNow(until);
    }

    public async ValueTask DisposeAsync()
    {
        if (services is not null)
        {
            await services.DisposeAsync();
        }

        await ports.DisposeAsync();
    }

    private async Task WorkAsync()
    {
        while (await ports.Agenda.ClaimAsync(Now, AgendaShare.All, Ct) is { } claim)
        {
            await using (claim)
            {
                await The<DueWork>().PerformAsync(claim.Item, Ct);
                await claim.DoneAsync(Ct);
            }
        }
    }
}
