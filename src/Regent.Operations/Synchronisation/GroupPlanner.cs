using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Synchronisation;

/// <summary>Finds out what a run would make of the groups there.</summary>
internal static class GroupPlanner
{
    public static IReadOnlyList<PlannedGroup> Plan(SyncFacts facts, DateTimeOffset now) =>
        [.. facts.Reading.Groups.Where(group => facts.Reading.GroupsThere.ContainsKey(group.Key)).Select(group => Plan(group, facts, now))];

    private static PlannedGroup Plan(SourceGroup source, SyncFacts facts, DateTimeOffset now)
    {
        var plan = new PlannedGroup(source, facts.Known.GetValueOrDefault(source.Key));
        if (facts.IsOwn(source.Key))
        {
            return plan with { IsLeftOut = true, Problem = "Regent gives access in this group, so it is no source of who is in it." };
        }

        if (string.IsNullOrWhiteSpace(source.DisplayName) || !NameText.IsFit(source.DisplayName))
        {
            return plan with { Problem = $"Its name is longer than {NameText.Longest} characters, holds control characters, or is missing." };
        }

        if (plan.Known is null && facts.Namesakes.Any(one => string.Equals(one.DisplayName, source.DisplayName, StringComparison.OrdinalIgnoreCase)))
        {
            return plan with { Problem = "There is a group of this name already, which did not come from there. Rename one of them, or take it over with --adopt." };
        }

        // What is here already stays a group of its kind: roles may have been given to it for that.
        var before = plan.Known ?? new Principal(PrincipalId.At(now), PrincipalKind.Group, "") { IsRoleAssignable = source.IsRoleAssignable };
        return plan with { Group = before with { DisplayName = source.DisplayName.Trim() } };
    }
}
