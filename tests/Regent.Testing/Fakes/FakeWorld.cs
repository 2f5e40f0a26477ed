using Microsoft.Extensions.Time.Testing;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;

namespace Regent.Testing.Fakes;

/// <summary>A small organisation in memory: every port, one clock, and short ways to put people and their roles into it.</summary>
public sealed class FakeWorld : IDisposable
{
    private readonly FakeMemory memory = new();

    public FakeWorld()
    {
        Clock = new FakeTimeProvider(Make.Noon);
        Unit = new FakeUnitOfWork(memory);
        Directory = new FakeDirectory(memory);
        Roles = new FakeRoleStore(memory);
        Policies = new FakePolicyStore(memory);
        Schedules = new FakeScheduleStore(memory);
        Requests = new FakeRequestStore(memory);
        Audit = new FakeAuditLog(memory);
        Agenda = new FakeAgenda(memory);
        Mails = new FakeMailStore(memory);
        PasswordLinks = new FakePasswordLinks(memory, Clock);
        Changes = new FakeChangeFeed(memory);
    }

    public FakeTimeProvider Clock { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public FakeUnitOfWork Unit { get; }

    public FakeDirectory Directory { get; }

    public FakeRoleStore Roles { get; }

    public FakePolicyStore Policies { get; }

    public FakeScheduleStore Schedules { get; }

    public FakeRequestStore Requests { get; }

    public FakeAuditLog Audit { get; }

    public FakeAgenda Agenda { get; }

    public FakeMailStore Mails { get; }

    public FakePasswordLinks PasswordLinks { get; }

    public FakeMailer Mailer { get; } = new();

    public FakeChangeFeed Changes { get; }

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

    /// <summary>Makes somebody eligible, from an hour ago; for ever, or until then.</summary>
    public Schedule MakeEligible(Principal principal, RoleDefinitionId role, DateTimeOffset? until = null) =>
        Add(Make.Eligibility(principal.Id, role, Now.AddHours(-1), until));

    /// <summary>Assigns a role, from an hour ago; for ever, or until then.</summary>
    public Schedule Assign(Principal principal, RoleDefinitionId role, DateTimeOffset? until = null) =>
        Add(Make.Assignment(principal.Id, role, Now.AddHours(-1), until));

    /// <summary>Changes the settings of a role for the tenant.</summary>
    public RolePolicy Set(RoleDefinitionId role, ActivationSettings settings)
    {
        var policy = FakePolicyStore.Newest(memory.Now, role, Scope.Tenant);
        var next = policy with { Version = policy.Version + 1, Activation = settings };
        memory.Change(now => now with { Policies = now.Policies.Add(next) });
        return next;
    }

    public void Dispose() => Unit.Dispose();
}
