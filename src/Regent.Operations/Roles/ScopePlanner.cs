using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>Finds out what a file of scopes would bring about. Changes nothing.</summary>
public sealed class ScopePlanner(IScopeStore scopes)
{
    /// <summary>One plan per line, in the order of the file, in which a scope may come before the one it lies in.</summary>
    public async Task<IReadOnlyList<PlannedScope>> PlanAsync(IReadOnlyList<ScopeLine> lines, CancellationToken ct)
    {
        var known = await scopes.FindManyAsync([.. lines.Select(ScopeReader.ScopeOf).OfType<Scope>().Distinct()], ct);
        var first = new Dictionary<Scope, int>();
        var plans = lines.Select(line => Once(first, ScopeReader.Read(line, known))).ToList();
        var tree = await TreeAsync(plans, known, ct);

        // A line that is refused takes its scope out of the tree again, and with it what was to lie in there.
        for (var wasRefused = true; wasRefused;)
        {
            var sound = plans.Where(plan => plan.Node is not null).ToDictionary(plan => plan.Node!.Scope, plan => plan.Node!);
            var checkedPlans = plans.Select(plan => plan.Node is null ? plan : Checked(plan, sound, tree)).ToList();
            wasRefused = checkedPlans.Zip(plans).Any(pair => pair.First.Node is null && pair.Second.Node is not null);
            plans = checkedPlans;
        }

        return plans;
    }

    private static PlannedScope Once(Dictionary<Scope, int> first, PlannedScope plan)
    {
        if (plan.Node is not { } node || first.TryAdd(node.Scope, plan.Line.Line))
        {
            return plan;
        }

        return plan.Refuse($"This scope stands in line {first[node.Scope]} already.");
    }

    private static PlannedScope Checked(PlannedScope plan, Dictionary<Scope, ScopeNode> sound, IReadOnlyDictionary<Scope, ScopeNode> tree)
    {
        var path = new List<Scope>();
        var seen = new HashSet<Scope>();
        var above = plan.Node!.Parent;
        while (above is not null && seen.Add(above) && (sound.GetValueOrDefault(above) ?? tree.GetValueOrDefault(above)) is { } node)
        {
            path.Add(node.Scope);
            above = node.Parent;
        }

        if (plan.Node.ProblemUnder(path) is { } problem)
        {
            return plan.Refuse(problem.Message);
        }

        return above is null || seen.Contains(above) && path.Contains(above)
            ? plan
            : plan.Refuse($"It lies in {above}, which is not in the tree. Add it first.");
    }

    /// <summary>What is in the tree of the scopes named, and all that lies above them.</summary>
    private async Task<IReadOnlyDictionary<Scope, ScopeNode>> TreeAsync(
        IReadOnlyList<PlannedScope> plans, IReadOnlyDictionary<Scope, ScopeNode> known, CancellationToken ct)
    {
        var tree = known.ToDictionary();
        var asked = new HashSet<Scope>(known.Keys);
        var above = known.Values.Select(node => node.Parent).Concat(plans.Select(plan => plan.Node?.Parent));
        while (above.OfType<Scope>().Where(asked.Add).ToList() is { Count: > 0 } next)
        {
            var found = await scopes.FindManyAsync(next, ct);
            foreach (var (scope, node) in found)
            {
                tree.TryAdd(scope, node);
            }

            above = found.Values.Select(node => node.Parent);
        }

        return tree;
    }
}
