using Regent.Core.Targets;

namespace Regent.Targets.Scim;

/// <summary>Where a holding is in an application: a member's id in a group's id, or why it is nowhere.</summary>
internal sealed record ScimPlace(string? Member, string? Group, TargetAnswer? Answer)
{
    public static ScimPlace Of(Holding holding, ScimName member, ScimName group) => (member, group) switch
    {
        ({ Trouble: { } trouble }, _) => new(Member: null, Group: null, trouble),
        (_, { Trouble: { } trouble }) => new(Member: null, Group: null, trouble),
        ({ Id: null }, _) => new(Member: null, Group: null, TargetAnswer.UnknownAccount(holding.Account)),
        (_, { Id: null }) => new(Member: null, Group: null, TargetAnswer.UnknownEntitlement(holding.Entitlement)),
        _ => new(member.Id, group.Id, Answer: null),
    };

    /// <summary>Whether it is certain that there is no such holding.</summary>
    public bool IsNowhere => Answer?.Result is TargetResult.UnknownAccount or TargetResult.UnknownEntitlement;
}
