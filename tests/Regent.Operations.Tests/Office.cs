using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Agenda;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Testing;
using Regent.Testing.Fakes;

namespace Regent.Operations.Tests;

/// <summary>
/// Every operation over an organisation in memory, and the people of the scenario: Ada is Global Administrator, Grace is Privileged
/// Role Administrator, Barbara is nobody in particular, and Alan is eligible for the role.
/// </summary>
internal sealed class Office : IDisposable
{
    public Office()
    {
        foreach (var role in DirectoryRoles.BuiltIn.Concat(ResourceRoles.BuiltIn).Concat(GroupRoles.BuiltIn))
        {
            World.Add(role);
        }

        Ada = World.AddUser("Ada Lovelace");
        Grace = World.AddUser("Grace Hopper");
        Barbara = World.AddUser("Barbara Liskov");
        Alan = World.AddUser("Alan Turing");
        World.Assign(Ada, DirectoryRoles.GlobalAdministrator);
        World.Assign(Grace, DirectoryRoles.PrivilegedRoleAdministrator);
        Role = RoleNamed("Exchange Administrator");
        Eligibility = World.MakeEligible(Alan, Role);
    }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public FakeWorld World { get; } = new();

    public Principal Ada { get; }

    public Principal Grace { get; }

    public Principal Barbara { get; }

    public Principal Alan { get; }

    public RoleDefinitionId Role { get; }

    public Schedule Eligibility { get; }

    public DateTimeOffset Now => World.Now;

    /// <summary>The mails owed or sent, by recipient and kind.</summary>
    public IReadOnlyList<string> Mails =>
        [.. World.Mails.Mails.Select(mail => $"{mail.Kind} to {mail.Address ?? NameOf(mail.Recipient)}").Order(StringComparer.Ordinal)];

    /// <summary>The subjects of the mails that were handed over, by whom they reach.</summary>
    public IReadOnlyList<string> Sent =>
    [
        .. World.Mailer.Sent.Select(message => $"{message.Address.Split('@')[0]}: {message.Text.Subject}").Order(StringComparer.Ordinal),
    ];

    /// <summary>What is on the record, in order, with who did it.</summary>
    public IReadOnlyList<string> Record => [.. World.Audit.Entries.Select(entry => $"{NameOf(entry.Actor)}: {entry.Activity}")];

    /// <summary>What is planned, with when it is due.</summary>
    public IReadOnlyList<(AgendaKind Kind, Guid Subject, DateTimeOffset Due)> Agenda =>
        [.. World.Agenda.Items.Select(item => (item.Kind, item.Subject, item.Due))];

    public static RoleDefinitionId RoleNamed(string name) => DirectoryRoles.BuiltIn.Single(role => role.DisplayName == name).Id;

    public void Dispose() => World.Dispose();

    public T The<T>()
        where T : notnull => World.The<T>();

    /// <summary>Somebody calling; with a second factor just given, or without any.</summary>
    public Caller As(Principal who, bool withMfa = false) => new(who.Id, withMfa ? Now : null);

    public ActivationAsk Ask(Principal who) => new(who.Id, Role, Scope.Tenant)
    {
        Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(2)),
        Justification = "A mailbox is stuck.",
        Ticket = new Ticket("INC-1", "Desk"),
    };

    public Task<Outcome<ScheduleRequest>> AskAsync(Principal who, ActivationAsk? ask = null, bool withMfa = false) =>
        The<ActivateRole>().ExecuteAsync(As(who, withMfa), ask ?? Ask(who), Ct);

    public async Task<ScheduleRequest> AskedAsync(Principal who, ActivationAsk? ask = null, bool withMfa = false) =>
        (await AskAsync(who, ask, withMfa)).Done();

    public Task<Outcome<ScheduleRequest>> DecideAsync(Principal who, ScheduleRequest request, bool approve = true) =>
        The<DecideRequest>().ExecuteAsync(As(who), request.Id, approve, approve ? "Go ahead." : "Not today.", Ct);

    public Task<Outcome<ScheduleRequest>> CancelAsync(Principal who, ScheduleRequest request) =>
        The<CancelRequest>().ExecuteAsync(As(who), request.Id, Ct);

    public Task<Outcome<ScheduleRequest>> DeactivateAsync(Principal who) =>
        The<DeactivateRole>().ExecuteAsync(As(who), Role, Scope.Tenant, "Done.", Ct);

    public Task<Outcome<ScheduleRequest>> RemoveAsync(Principal by, Principal from, ScheduleKind kind, RoleDefinitionId? role = null, Scope? scope = null) =>
        The<RemoveAssignment>().ExecuteAsync(
            As(by), new RemovalAsk(kind, from.Id, role ?? Role, scope ?? Scope.Tenant) { Justification = "Leaves." }, Ct);

    public Task<Outcome<ScheduleRequest>> AssignAsync(Principal by, AssignmentAsk ask, bool withMfa = false) =>
        The<AssignRole>().ExecuteAsync(As(by, withMfa), ask, Ct);

    public AssignmentAsk Give(Principal to, ScheduleKind kind = ScheduleKind.Eligibility, RoleDefinitionId? role = null) =>
        new(kind, to.Id, role ?? Role, Scope.Tenant) { Justification = "Joins." };

    /// <summary>The request as it stands now.</summary>
    public async Task<ScheduleRequest> NowAsync(ScheduleRequest request) =>
        await World.Requests.FindAsync(request.Id, Ct) ?? throw new InvalidOperationException("The request is gone.");

    /// <summary>Whether somebody holds the role themselves at this moment.</summary>
    public async Task<bool> HoldsAsync(Principal who, RoleDefinitionId? role = null) =>
        (await World.Schedules.OpenOfAsync([who.Id], ScheduleKind.Assignment, role ?? Role, Now, Ct)).Any(held => held.IsInForceAt(Now));

    /// <summary>Changes the role's settings behind everybody's back.</summary>
    public void Demand(Func<ActivationSettings, ActivationSettings> change) =>
        World.Set(Role, change(new ActivationSettings()));

    public void DemandApproval(params Principal[] approvers) =>
        Demand(settings => settings with { RequiresApproval = true, Approvers = [.. approvers.Select(one => one.Id)] });

    public Task JoinAsync(Principal group, Principal member) => World.Unit.RunAsync(
        async ct =>
        {
            await World.Directory.AddMembershipAsync(new Membership(group.Id, member.Id), ct);
            return member;
        },
        Ct);

    public Task LeaveAsync(Principal group, Principal member) => World.Unit.RunAsync(
        async ct =>
        {
            await World.Directory.RemoveMembershipAsync(new Membership(group.Id, member.Id), ct);
            return member;
        },
        Ct);

    public Principal Disable(Principal who) => World.Add(who with { IsEnabled = false });

    /// <summary>Lets time pass; the worker does everything at the moment it is due.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var until = Now + time;
        await WorkAsync();
        while (await World.Agenda.NextDueAsync(AgendaShare.All, Ct) is { } due && due <= until)
        {
            World.Clock.SetUtcNow(due > Now ? due : Now);
            await WorkAsync();
        }

        World.Clock.SetUtcNow(until);
    }

    /// <summary>Lets time pass while the worker is down.</summary>
    public void Skip(TimeSpan time) => World.Clock.Advance(time);

    /// <summary>The worker does what is due.</summary>
    public async Task WorkAsync()
    {
        while (await World.Agenda.ClaimAsync(Now, AgendaShare.All, Ct) is { } claim)
        {
            await using (claim)
            {
                await The<DueWork>().PerformAsync(claim.Item, Ct);
                await claim.DoneAsync(Ct);
            }
        }
    }

    private string NameOf(PrincipalId? id) =>
        id is not { } known ? "Regent" : World.Directory.FindAsync(known, Ct).GetAwaiter().GetResult()?.DisplayName.Split(' ')[0] ?? "?";
}
