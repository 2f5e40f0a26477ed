using Regent.Core.Targets;

namespace Regent.Targets.Postgres;

/// <summary>Decides what taking back takes.</summary>
internal sealed class RevokePlanner(LoginMarks marks)
{
    public PostgresChange Plan(IReadOnlyList<Holding> holdings, RoleFacts facts)
    {
        var held = holdings.Where(facts.IsHeld).ToHashSet();
        var ending = holdings.Select(one => one.Account).Distinct().Where(account => IsLast(account, held, facts)).ToHashSet();
        var statements = held
            .SelectMany(one => facts.Memberships[one].Select(membership => (one.Account, one.Entitlement, membership.Grantor)))
            .GroupBy(one => (one.Entitlement, Grantor: facts.HasOptions ? one.Grantor : ""))
            .Select(group => Revoke(group.Key.Entitlement, group.Select(one => one.Account), group.Key.Grantor))
            .Concat(ending.SelectMany(account => TemporaryLogin.End(account, marks)));
        return new PostgresChange(
            [.. holdings.Select(one => held.Contains(one) || ending.Contains(one.Account) ? null : TargetAnswer.Done)],
            [.. statements]);
    }

    // A login of Regent's own that has nothing left takes no sessions any more.
    private bool IsLast(string account, HashSet<Holding> held, RoleFacts facts) =>
        facts.Role(account) is { CanLogin: true } role && role.IsMarked(marks)
        && role.Memberships == held.Count(one => one.Account == account);

    // Since version 16 everybody who gave the role gave it separately, and it is held until each of these is taken back.
    private static string Revoke(string role, IEnumerable<string> members, string grantor)
    {
        var revoke = $"revoke {RoleName.Quoted(role)} from {RoleName.Quoted(members)}";
        return grantor == "" ? revoke : $"{revoke} granted by {RoleName.Quoted(grantor)}";
    }
}
