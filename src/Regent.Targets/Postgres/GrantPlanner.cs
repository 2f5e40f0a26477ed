using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Postgres;

/// <summary>Decides what a grant takes.</summary>
internal sealed class GrantPlanner(PostgresTargetOptions options, LoginMarks marks)
{
    public PostgresChange Plan(IReadOnlyList<TargetGrant> grants, RoleFacts facts)
    {
        var refused = grants.Select(grant => Refusal(grant.Holding, facts)).ToArray();
        var wanted = grants.Where((_, index) => refused[index] is null).ToArray();
        var logins = wanted.GroupBy(grant => grant.Holding.Account)
            .ToDictionary(group => group.Key, group => LoginStatements(group.Key, [.. group], facts).ToArray());
        var missing = wanted.Select(grant => grant.Holding).Where(holding => !IsThere(holding, facts)).ToHashSet();
        var statements = logins.Values.SelectMany(one => one)
            .Concat(missing.GroupBy(holding => holding.Entitlement).Select(role => Grant(role.Key, role.Select(one => one.Account), facts)));
        return new PostgresChange(
            [.. grants.Select((grant, index) => refused[index] ?? (IsDone(grant.Holding) ? TargetAnswer.Done : null))],
            [.. statements]);

        bool IsDone(Holding holding) => !missing.Contains(holding) && logins[holding.Account] is [];
    }

    private TargetAnswer? Refusal(Holding holding, RoleFacts facts) => (facts.Role(holding.Entitlement), facts.Role(holding.Account)) switch
    {
        (null, _) => TargetAnswer.UnknownEntitlement(holding.Entitlement),
        ({ IsSuperuser: true }, _) when !options.AllowSuperuser => TargetAnswer.Refused(
            $"{holding.Entitlement} is a superuser or as good as one. Regent gives it only where the target's settings allow superuser roles."),
        _ when holding.Account == facts.Self => TargetAnswer.Refused($"{holding.Account} is the login of Regent itself."),
        _ when !(facts.HasOptions || (options.Inherit && options.Set)) => TargetAnswer.Refused(
            $"This server is of version {facts.Version}, and members without INHERIT or SET need {RoleFacts.FirstWithOptions}."),
        (_, null) when !options.TemporaryLogins => TargetAnswer.UnknownAccount(holding.Account),
        (_, null) when !RoleName.CanBeNew(holding.Account) => TargetAnswer.Refused(
            "A login cannot be made: its name would be empty, longer than 63 bytes, or not a text."),
        (_, { CanLogin: false } account) when !account.IsMarked(marks) => TargetAnswer.Refused(
            $"{holding.Account} cannot log in (NOLOGIN): it is a group, or somebody locked it."),
        _ => null,
    };

    private bool IsThere(Holding holding, RoleFacts facts) => facts.Memberships[holding].Any(
        one => !facts.HasOptions || (one.Inherit == options.Inherit && one.Set == options.Set));

    private IEnumerable<string> LoginStatements(string account, IReadOnlyList<TargetGrant> grants, RoleFacts facts)
    {
        var until = grants.Any(grant => grant.Until is null) ? null : grants.Max(grant => grant.Until);
        return facts.Role(account) switch
        {
            null => TemporaryLogin.Create(account, until, marks),
            var role when role.IsMarked(marks) => TemporaryLogin.Keep(account, role, until, marks),
            _ => [],
        };
    }

    /// <summary>The text of a grant, as this version of the server has it.</summary>
    private string Grant(string role, IEnumerable<string> members, RoleFacts facts)
    {
        var grant = $"grant {RoleName.Quoted(role)} to {RoleName.Quoted(members)}";
        return facts.HasOptions ? $"{grant} with inherit {options.Inherit}, set {options.Set}" : grant;
    }
}
