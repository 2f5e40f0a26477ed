using Regent.Cli.Access;
using Regent.Cli.Text;

namespace Regent.Cli.Commands;

/// <summary>Says for people how targets stand.</summary>
internal static class TargetWords
{
    /// <summary>A line of the list.</summary>
    public static string[] Row(Target target, Moments moments) =>
    [
        target.Name, target.KindDisplayName ?? target.Kind, target.State, Health(target, moments), $"{Count(target, "inEffect")} in effect",
        string.Join(", ", new[]
        {
            Some(Count(target, "provisioning"), "provisioning"), Some(Count(target, "ending"), "ending"), Some(target.Failing, "failing"), Some(target.Outside, "outside"),
        }.Where(part => part.Length > 0)),
    ];

    public static async Task<int> WriteAsync(Session session, Target target)
    {
        if (session.WantsJson)
        {
            await session.WriteJsonAsync(target);
            return ExitCode.Done;
        }

        await WriteAsync(session, target.Name, [Row(target, session.Moments)[1..]]);
        await WriteAsync(session, "Settings", [["accounts", target.Accounts ?? ""], ["sweep every", Spans.OfWire(target.SweepEvery) ?? ""], .. (target.Settings ?? new Dictionary<string, string>())
            .Select(pair => new[] { pair.Key, pair.Value })]);
        await WriteAsync(session, "Mappings", [.. (target.Mappings ?? []).Select(one => new[]
        {
            $"{one.RoleDefinitionDisplayName ?? one.RoleDefinitionId}{(one.Scope is null or "/" ? "" : $" at {one.Scope}")}", string.Join(", ", one.Entitlements ?? []),
        })]);
        return ExitCode.Done;
    }

    public static async Task<int> WriteAsync(Session session, TargetPlan plan)
    {
        if (session.WantsJson)
        {
            await session.WriteJsonAsync(plan);
            return ExitCode.Done;
        }

        await WriteAsync(session, "Would be given", Rows(plan.ToGive));
        await WriteAsync(session, "Would be taken back", Rows(plan.ToTakeBack));
        await WriteAsync(session, "Stands outside, would stay", Rows(plan.Outside));
        await WriteAsync(session, "Not known there", [.. plan.Unknown.Select(one => new[] { one })]);
        await session.WriteAsync($"As it should be: {plan.AsItShouldBe}");
        return ExitCode.Done;
    }

    public static async Task<int> WriteAsync(Session session, IReadOnlyList<LedgerLine> lines)
    {
        var moments = session.Moments;
        await WriteAsync(session, lines, [.. lines.Select(line => new[]
        {
            line.Account, line.Entitlement, State(line.State), moments.Ago(line.SinceDateTime), line.PrincipalDisplayName ?? "",
            line.FailingSinceDateTime is { } since ? $"failing for {Spans.Of(moments.Now - since)}: {line.LastError}" : "",
        })]);
        return ExitCode.Done;
    }

    public static async Task<int> WriteDriftAsync(Session session, IReadOnlyList<TargetDrift> drift)
    {
        var moments = session.Moments;
        await WriteAsync(session, drift, [.. drift.Select(one => new[]
        {
            one.Id, one.Account, one.Entitlement, $"found {moments.Ago(one.FoundDateTime)}", one.IgnoredDateTime is null ? "" : "ignored",
        })]);
        return ExitCode.Done;
    }

    /// <summary>A state of a line of the ledger in words.</summary>
    public static string State(string state) => state == "inEffect" ? "in effect" : state;

    private static string Health(Target target, Moments moments) => target.Health switch
    {
        { IsAnswering: false, FailingSinceDateTime: { } since, LastError: var why } => $"does not answer for {Spans.Of(moments.Now - since)}: {why}",
        { SweptDateTime: { } swept } => $"swept {moments.Ago(swept)}",
        _ => "not swept yet",
    };

    private static int Count(Target target, string state) => target.Ledger?.GetValueOrDefault(state) ?? 0;

    private static string Some(int count, string what) => count == 0 ? "" : $"{count} {what}";

    private static IReadOnlyList<string[]> Rows(IEnumerable<TargetHolding> holdings) => [.. holdings.Select(one => new[] { one.Account, one.Entitlement })];

    private static async Task WriteAsync(Session session, object answer, IReadOnlyList<string[]> rows)
    {
        if (session.WantsJson)
        {
            await session.WriteJsonAsync(answer);
            return;
        }

        foreach (var line in rows.Count == 0 ? ["There is nothing."] : Table.Of(rows, indent: ""))
        {
            await session.WriteAsync(line);
        }
    }

    private static async Task WriteAsync(Session session, string title, IReadOnlyList<string[]> rows)
    {
        await session.WriteAsync(rows.Count == 0 ? $"{title}: none" : title);
        foreach (var line in Table.Of(rows))
        {
            await session.WriteAsync(line);
        }
    }
}
