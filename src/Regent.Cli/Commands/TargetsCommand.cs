using System.CommandLine;
using Regent.Cli.Access;
using Regent.Cli.Text;

namespace Regent.Cli.Commands;

/// <summary><c>targets …</c>: the systems in which access lands.</summary>
internal static class TargetsCommand
{
    public static Command Create(RemoteOptions remote) => new("targets", "See and set up the systems in which access lands")
    {
        List(remote),
        On(remote, "show", "Show how a target stands, what is mapped to it and how it is set", async (target, session, ct) =>
            await TargetWords.WriteAsync(session, await session.Graph.TargetAsync(target.Id, ct))),
        TargetFile.CreateAdd(remote),
        TargetFile.CreateChange(remote),
        On(remote, "check", "Try the connection and the rights it needs; changes nothing", CheckAsync),
        On(remote, "plan", "Show what Regent would do there now; changes nothing", async (target, session, ct) =>
            await TargetWords.WriteAsync(session, await session.Graph.PlanAsync(target.Id, ct))),
        On(remote, "start", "Let Regent write there; a new target's plan must have been looked at", (target, session, ct) => ChangeAsync(target, session, "start", ct)),
        On(remote, "pause", "Have nothing written there for now, not even to take access back", (target, session, ct) => ChangeAsync(target, session, "pause", ct)),
        On(remote, "sweep", "Compare it with its ledger now, and try again what failed", SweepAsync),
        Ledger(remote),
        On(remote, "drift", "List what somebody has there that Regent did not give", async (target, session, ct) =>
            await TargetWords.WriteDriftAsync(session, (await session.Graph.TargetAsync(target.Id, ct)).Drift ?? [])),
    };

    private static Command List(RemoteOptions remote)
    {
        var command = new Command("list", "List the targets and how they stand");
        remote.Run(command, async (_, session, ct) =>
        {
            var all = await session.Graph.TargetsAsync(ct);
            await (session.WantsJson ? session.WriteJsonAsync(all) : WriteAsync(session, all));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command On(RemoteOptions remote, string verb, string description, Func<Target, Session, CancellationToken, Task<int>> work)
    {
        var name = new TargetName();
        var command = new Command(verb, description) { name.Argument };
        remote.Run(command, async (parsed, session, ct) => await work(await name.ReadAsync(parsed, session.Graph, ct), session, ct));
        return command;
    }

    private static Command Ledger(RemoteOptions remote)
    {
        var name = new TargetName();
        var failing = new Option<bool>("--failing") { Description = "Only what could not be made so" };
        var command = new Command("ledger", "List what accounts have there by Regent, what was changed last first") { name.Argument, failing };
        remote.Run(command, async (parsed, session, ct) =>
        {
            var target = await name.ReadAsync(parsed, session.Graph, ct);
            return await TargetWords.WriteAsync(session, await session.Graph.LedgerAsync(target.Id, parsed.GetValue(failing), ct));
        });
        return command;
    }

    private static async Task<int> CheckAsync(Target target, Session session, CancellationToken ct)
    {
        var findings = (await session.Graph.CheckAsync(target.Id, ct)).Value;
        if (session.WantsJson)
        {
            await session.WriteJsonAsync(findings);
        }

        foreach (var finding in session.WantsJson ? [] : findings)
        {
            await session.WriteAsync($"{(finding.IsGood ? "good" : "BAD ")}  {finding.Words}");
        }

        return findings.All(finding => finding.IsGood) ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task<int> ChangeAsync(Target target, Session session, string act, CancellationToken ct)
    {
        var changed = await session.Graph.ChangeStateAsync(target.Id, act, ct);
        await session.AnswerAsync(changed, $"{changed.Name} is {changed.State}.");
        return ExitCode.Done;
    }

    private static async Task<int> SweepAsync(Target target, Session session, CancellationToken ct)
    {
        await session.Graph.SweepAsync(target.Id, ct);
        await session.AnswerAsync(new { target.Id, target.Name }, $"{target.Name} is being swept.");
        return ExitCode.Done;
    }

    private static async Task WriteAsync(Session session, IReadOnlyList<Target> all)
    {
        if (all.Count == 0)
        {
            await session.WriteAsync("There is no target yet. Add one with: regent targets add FILE.json");
        }

        foreach (var line in Table.Of([.. all.Select(target => TargetWords.Row(target, session.Moments))], indent: ""))
        {
            await session.WriteAsync(line);
        }
    }
}
