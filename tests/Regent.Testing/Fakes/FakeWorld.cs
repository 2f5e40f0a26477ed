using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Regent.Core.Assignments;
using Regent.Core.Audit;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

/// <summary>A small organisation in memory: every port, one clock, and short ways to put people and their roles into it.</summary>
public sealed class FakeWorld : IDisposable
{
    private readonly FakeMemory memory = new();
    private readonly ServiceProvider operations;

    public FakeWorld()
    {
        Clock = new FakeTimeProvider(Make.Noon);
        Unit = new FakeUnitOfWork(memory);
        Directory = new FakeDirectory(memory);
        Roles = new FakeRoleStore(memory);
        Scopes = new FakeScopeStore(memory);
        Policies = new FakePolicyStore(memory);
        Schedules = new FakeScheduleStore(memory);
        Requests = new FakeRequestStore(memory);
        Apps = new FakeAppStore(memory);
        Audit = new FakeAuditLog(memory);
        Agenda = new FakeAgenda(memory);
        Mails = new FakeMailStore(memory);
        PasswordLinks = new FakePasswordLinks(memory, Clock);
        Alerts = new FakeAlertStore(memory);
        AlertFacts = new FakeAlertFacts(memory);
        Targets = new FakeTargetStore(memory);
        Ledger = new FakeLedger(memory);
        TargetAgenda = new FakeTargetAgenda(memory);
        Changes = new FakeChangeFeed(memory);
        SshDesk = new FakeSshDesk(memory);
        Origins = new FakeOriginStore(memory);
        Driver = FakeDriver.Of(_ => System);
        operations = Compose();
    }

    public FakeTimeProvider Clock { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public FakeUnitOfWork Unit { get; }

    public FakeDirectory Directory { get; }

    public FakeRoleStore Roles { get; }

    public FakeScopeStore Scopes { get; }

    public FakePolicyStore Policies { get; }

    public FakeScheduleStore Schedules { get; }

    public FakeRequestStore Requests { get; }

    public FakeAppStore Apps { get; }

    public FakeAuditLog Audit { get; }

    public FakeAgenda Agenda { get; }

    public FakeMailStore Mails { get; }

    public FakePasswordLinks PasswordLinks { get; }

    public FakeAlertStore Alerts { get; }

    public FakeAlertFacts AlertFacts { get; }

    public FakeTargetStore Targets { get; }

    public FakeLedger Ledger { get; }

    public FakeTargetAgenda TargetAgenda { get; }

    /// <summary>The one system outside, of the kind of a webhook.</summary>
    public FakeTarget System { get; set; } = new();

    /// <summary>What is known of its kind.</summary>
    public TargetDriver Driver { get; }

    public FakeMailer Mailer { get; } = new();

    public FakeChangeFeed Changes { get; }

    public FakeSshDesk SshDesk { get; }

    public FakeOriginStore Origins { get; }

    /// <summary>Puts a principal into the directory.</summary>
    public Principal Add(Principal principal)
    {
        memory.Change(now => now with { Principals = now.Principals.SetItem(principal.Id, principal) });
        return principal;
    }

    public Principal AddUser(string name) => Add(Make.User(name));

    /// <summary>Puts a group with these direct members into the directory.</summary>
    public Principal AddGroup(string name, params Principal[] members)
    {
        var group = Add(Make.Group(name));
        memory.Change(now => now with
        {
            Memberships = now.Memberships.Union(members.Select(member => new Membership(group.Id, member.Id))),
        });
        return group;
    }

    public RoleDefinition Add(RoleDefinition role)
    {
        memory.Change(now => now with { Roles = now.Roles.SetItem(role.Id, role) });
        return role;
    }

    public RoleDefinition AddRole(string name) => Add(Make.Role(name));

    public Schedule Add(Schedule schedule)
    {
        memory.Change(now => now with { Schedules = now.Schedules.SetItem(schedule.Id, schedule) });
        return schedule;
    }

    public ScheduleRequest Add(ScheduleRequest request)
    {
        memory.Change(now => now with { Requests = now.Requests.SetItem(request.Id, request) });
        return request;
    }

    /// <summary>Work that failed now for the first time and is tried again in a minute.</summary>
    public AgendaItem AddFailing(AgendaKind kind, string error)
    {
        var item = new AgendaItem(Guid.CreateVersion7(Now), kind, Make.NewId(), Now.AddMinutes(1), Attempts: 1, error, FailingSince: Now);
        memory.Change(now => now with { Agenda = now.Agenda.Add(item.Id, item) });
        return item;
    }

    /// <summary>Takes work off the agenda, as if it had been done.</summary>
    public void Remove(AgendaItem item) => memory.Change(now => now with { Agenda = now.Agenda.Remove(item.Id) });

    /// <summary>Puts entries on the record.</summary>
    public void Record(params AuditEntry[] entries) => memory.Change(now => now with { Record = now.Record.AddRange(entries) });

    /// <summary>A mail that is kept for its recipient.</summary>
    public Mail Keep(Principal recipient, string subject)
    {
        var mail = new Mail(Make.NewId(), NoticeKind.Activated, recipient.Id, RequestId.At(Now), Now)
        {
            SentAt = Now,
            Kept = new MailText(subject, $"<html><head></head><body>{subject} as a page</body></html>", $"{subject} as text"),
        };
        memory.Change(now => now with { Mails = now.Mails.Add(mail.Id, mail) });
        return mail;
    }

    /// <summary>Somebody who last signed in then.</summary>
    public void SignedIn(Principal who, DateTimeOffset at) => memory.Change(now => now with { SignIns = now.SignIns.SetItem(who.Id, at) });

    /// <summary>Makes somebody eligible, from an hour ago; for ever, or until then.</summary>
    public Schedule MakeEligible(Principal principal, RoleDefinitionId role, DateTimeOffset? until = null) =>
        Add(Make.Eligibility(principal.Id, role, Now.AddHours(-1), until));

    /// <summary>Assigns a role, from an hour ago; for ever, or until then.</summary>
    public Schedule Assign(Principal principal, RoleDefinitionId role, DateTimeOffset? until = null) =>
        Add(Make.Assignment(principal.Id, role, Now.AddHours(-1), until));

    /// <summary>Puts a scope into the tree.</summary>
    public Scope Add(ScopeNode node)
    {
        memory.Change(now => now with { Scopes = now.Scopes.SetItem(node.Scope, node) });
        return node.Scope;
    }

    /// <summary>Changes the settings of a role for the tenant.</summary>
    public RolePolicy Set(RoleDefinitionId role, ActivationSettings settings) => Set(role, Scope.Tenant, settings);

    /// <summary>Changes the settings of a role at a scope.</summary>
    public RolePolicy Set(RoleDefinitionId role, Scope scope, ActivationSettings settings)
    {
        var policy = FakePolicyStore.Newest(memory.Now, role, scope);
        var next = policy with { Version = policy.Version + 1, Activation = settings };
        memory.Change(now => now with { Policies = now.Policies.Add(next) });
        return next;
    }

    /// <summary>An operation over this world.</summary>
    public T The<T>()
        where T : notnull => operations.GetRequiredService<T>();

    /// <summary>Changes who is written to about a role at a scope.</summary>
    public RolePolicy Set(RoleDefinitionId role, Scope scope, NotificationSettings settings)
    {
        var policy = FakePolicyStore.Newest(memory.Now, role, scope);
        var next = policy with { Version = policy.Version + 1, Notifications = settings };
        memory.Change(now => now with { Policies = now.Policies.Add(next) });
        return next;
    }

    public void Dispose()
    {
        operations.Dispose();
        Unit.Dispose();
    }

    private ServiceProvider Compose() => new ServiceCollection()
        .AddRegentOperations()
        .AddSingleton<IUnitOfWork>(Unit).AddSingleton<IDirectory>(Directory).AddSingleton<IRoleStore>(Roles)
        .AddSingleton<IScopeStore>(Scopes).AddSingleton<IPolicyStore>(Policies).AddSingleton<IScheduleStore>(Schedules)
        .AddSingleton<IAppStore>(Apps).AddSingleton<IPermissionCatalog>(new FakePermissionCatalog())
        .AddSingleton<IRequestStore>(Requests).AddSingleton<IAuditLog>(Audit).AddSingleton<IAgenda>(Agenda)
        .AddSingleton<IMailStore>(Mails).AddSingleton<IMailer>(Mailer).AddSingleton<IChangeFeed>(Changes)
        .AddSingleton<TimeProvider>(Clock).AddSingleton(new ActivationOptions()).AddSingleton(new NotificationOptions())
        .AddSingleton<IPasswordLinks>(PasswordLinks).AddSingleton(new PasswordLinkOptions()).AddSingleton(new Tenant(Make.NewId()))
        .AddSingleton<ITargetStore>(Targets).AddSingleton<ILedger>(Ledger).AddSingleton<ITargetAgenda>(TargetAgenda).AddSingleton<ISecretBox>(new FakeSecretBox())
        .AddSingleton(Driver).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSingleton<IOriginStore>(Origins).AddSingleton<IAlertStore>(Alerts).AddSingleton<IAlertFacts>(AlertFacts)
        .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
}
