using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Testing;

namespace Regent.Core.Tests.Policies;

/// <summary>An ask that passes every rule, for tests to spoil in one way.</summary>
internal static class Asking
{
    public static readonly DateTimeOffset Now = Make.Noon;

    public static readonly PrincipalId Alan = Make.User("Alan Turing").Id;

    public static readonly RoleDefinitionId Role = Make.Role("Exchange Administrator").Id;

    public static readonly Schedule Eligibility = Make.Eligibility(Alan, Role, Now.AddDays(-30));

    public static ActivationAsk Ask { get; } = new(Alan, Role, Scope.Tenant)
    {
        Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(2)),
        Justification = "A mailbox is stuck.",
        Ticket = new Ticket("INC-1", "Desk"),
    };

    public static ActivationFacts Facts { get; } = With(new ActivationSettings());

    public static ActivationFacts With(ActivationSettings settings) => new(
        Now, RolePolicy.Default(Role, Scope.Tenant) with { Activation = settings }, [Eligibility], [], HasOpenRequest: false,
        HasFreshMfa: false, HasApprover: true);

    public static ActivationAsk For(TimeSpan duration) => Ask with { Expiration = new Expiration.AfterDuration(duration) };

    public static IReadOnlyList<RefusalCode> Failing(ActivationAsk ask, ActivationFacts facts) =>
        [.. ActivationJudgement.Judge(ask, facts).Reasons.Select(reason => reason.Code)];
}
