using System.Collections.Immutable;
using Regent.Core.Alerts;
using Regent.Core.Apps;
using Regent.Core.Assignments;
using Regent.Core.Audit;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

/// <summary>All that the fakes hold, as one value: a unit of work that throws puts the earlier value back.</summary>
public sealed class FakeMemory
{
    private readonly Lock changing = new();

    /// <summary>Raised after each change outside a unit of work; units raise it themselves, once.</summary>
    public event Action? Changed;

    public Contents Now { get; private set; } = new();

    internal AsyncLocal<bool> InUnit { get; } = new();

    internal void Change(Func<Contents, Contents> change)
    {
        lock (changing)
        {
            Now = change(Now);
        }

        if (!InUnit.Value)
        {
            Changed?.Invoke();
        }
    }

    /// <summary>A change made through a port.</summary>
    internal void Write(Func<Contents, Contents> change)
    {
        if (!InUnit.Value)
        {
            throw new InvalidOperationException("Nothing is written outside a unit of work.");
        }

        Change(change);
    }

    internal void GoBackTo(Contents earlier) => Now = earlier;

    internal void RaiseChanged() => Changed?.Invoke();

    /// <summary>What a scope is called; null for the tenant, and for what is unknown.</summary>
    internal string? NameOf(Scope scope) =>
        scope.Group is { } group ? Now.Principals.GetValueOrDefault(group)?.DisplayName : Now.Scopes.GetValueOrDefault(scope)?.DisplayName;

    /// <summary>Where a scope lies; one that is unknown lies in nothing.</summary>
    internal Place PlaceOf(Scope scope) => new(scope, [.. PathOf(scope).Skip(1).Select(node => node.Scope)])
    {
        IsRoleAssignable = scope.Group is { } group && Now.Principals.GetValueOrDefault(group)?.IsRoleAssignable == true,
    };

    /// <summary>Whether a scope is at a place or above it, or, on wish, in it.</summary>
    internal bool IsAround(Scope scope, Around around) =>
        around.Place.IsWithin(scope) || (around.AndBelow && PlaceOf(scope).IsWithin(around.Place.Scope));

    /// <summary>A scope of the tree and those above it; a circle is gone round once.</summary>
    internal IEnumerable<ScopeNode> PathOf(Scope from)
    {
        var seen = new HashSet<Scope>();
        for (var scope = from; scope is not null && seen.Add(scope) && Now.Scopes.TryGetValue(scope, out var node); scope = node.Parent)
        {
            yield return node;
        }
    }

    /// <summary>The tables.</summary>
    public sealed record Contents
    {
        public ImmutableDictionary<PrincipalId, Principal> Principals { get; init; } = ImmutableDictionary<PrincipalId, Principal>.Empty;

        public ImmutableHashSet<Membership> Memberships { get; init; } = [];

        public ImmutableDictionary<RoleDefinitionId, RoleDefinition> Roles { get; init; } =
            ImmutableDictionary<RoleDefinitionId, RoleDefinition>.Empty;

        public ImmutableDictionary<Scope, ScopeNode> Scopes { get; init; } = ImmutableDictionary<Scope, ScopeNode>.Empty;

        public ImmutableList<RolePolicy> Policies { get; init; } = [];

        public ImmutableDictionary<ScheduleId, Schedule> Schedules { get; init; } = ImmutableDictionary<ScheduleId, Schedule>.Empty;

        public ImmutableDictionary<RequestId, ScheduleRequest> Requests { get; init; } =
            ImmutableDictionary<RequestId, ScheduleRequest>.Empty;

        public ImmutableDictionary<AppId, RegisteredApp> Apps { get; init; } = ImmutableDictionary<AppId, RegisteredApp>.Empty;

        public ImmutableList<AuditEntry> Record { get; init; } = [];

        public ImmutableDictionary<Guid, AgendaItem> Agenda { get; init; } = ImmutableDictionary<Guid, AgendaItem>.Empty;

        public ImmutableDictionary<Guid, Mail> Mails { get; init; } = ImmutableDictionary<Guid, Mail>.Empty;

        public ImmutableDictionary<PrincipalId, DateTimeOffset> SignIns { get; init; } = ImmutableDictionary<PrincipalId, DateTimeOffset>.Empty;

        public ImmutableDictionary<AlertKind, Alert> Alerts { get; init; } = ImmutableDictionary<AlertKind, Alert>.Empty;

        public ImmutableList<AlertOperation> AlertOperations { get; init; } = [];

        public ImmutableDictionary<TargetId, Target> Targets { get; init; } = ImmutableDictionary<TargetId, Target>.Empty;

        public ImmutableDictionary<MappingId, Mapping> Mappings { get; init; } = ImmutableDictionary<MappingId, Mapping>.Empty;

        public ImmutableDictionary<TargetId, TargetHealth> TargetHealth { get; init; } = ImmutableDictionary<TargetId, TargetHealth>.Empty;

        public ImmutableDictionary<LedgerEntryId, LedgerEntry> Ledger { get; init; } = ImmutableDictionary<LedgerEntryId, LedgerEntry>.Empty;

        public ImmutableDictionary<Guid, Receipt> Receipts { get; init; } = ImmutableDictionary<Guid, Receipt>.Empty;

        public ImmutableDictionary<Guid, Drift> Drift { get; init; } = ImmutableDictionary<Guid, Drift>.Empty;

        public ImmutableList<(TargetId Target, Guid Id, WakeUp What)> WakeUps { get; init; } = [];

        public ImmutableList<Origin> Origins { get; init; } = [];

        public ImmutableDictionary<TargetId, SourceState> SourceStates { get; init; } = ImmutableDictionary<TargetId, SourceState>.Empty;

        public ImmutableList<PrincipalId> PasswordLinks { get; init; } = [];

        public ImmutableDictionary<TargetId, string> SshKeys { get; init; } = ImmutableDictionary<TargetId, string>.Empty;

        public ImmutableDictionary<(TargetId Target, Holding Holding), DateTimeOffset?> SshPermits { get; init; } =
            ImmutableDictionary<(TargetId Target, Holding Holding), DateTimeOffset?>.Empty;

        public ImmutableList<SshCertificate> SshCertificates { get; init; } = [];
    }
}
