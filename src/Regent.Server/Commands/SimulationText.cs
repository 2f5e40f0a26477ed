using System.Globalization;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Operations.Requests;

namespace Regent.Server.Commands;

/// <summary>What a simulation found, for people and for programs.</summary>
internal static class SimulationText
{
    private const string FromToday =
        "Eligibility and duration are as recorded with each request. Who approves, who is in which group, and the eligibility behind a request "
        + "that led to nothing are as the data has them today.";

    public static async Task WriteAsync(TextWriter output, Simulation simulation)
    {
        await output.WriteLineAsync(
            $"{TerminalText.Plain(simulation.Role.DisplayName)} at {simulation.Policy.Scope}, requests since {Time(simulation.Since)}");
        foreach (var (name, before, after) in Changes(simulation))
        {
            await output.WriteLineAsync($"  {name,-24}{before} → {after}");
        }

        await output.WriteLineAsync();
        foreach (var request in simulation.Different)
        {
            var (asked, who) = (request.Listing.Request.CreatedAt, TerminalText.Plain(NameOf(request.Listing.Principal)));
            await output.WriteLineAsync($"{Time(asked)}  {who,-32}  {Words(request.Before)} → {Words(request.After)}");
            foreach (var reason in request.After.Reasons)
            {
                await output.WriteLineAsync($"    {reason.Code}: {TerminalText.Plain(reason.Message)}");
            }
        }

        await output.WriteLineAsync(Sum(simulation));
        await output.WriteLineAsync(FromToday);
    }

    public static object Json(Simulation simulation) => new
    {
        Role = new { Id = simulation.Role.Id.Value, simulation.Role.DisplayName },
        Scope = simulation.Policy.Scope.Value,
        simulation.Since,
        Changes = Changes(simulation).Select(change => new { Setting = change.Name, change.Before, change.After }),
        Requests = simulation.Different.Select(request => new
        {
            Id = request.Listing.Request.Id.Value,
            CreatedDateTime = request.Listing.Request.CreatedAt,
            Principal = new
            {
                Id = request.Listing.Principal.Id.Value,
                request.Listing.Principal.DisplayName,
                UserPrincipalName = request.Listing.Principal.UserPrincipalName?.Value,
            },
            Before = Judged(request.Before),
            After = Judged(request.After),
        }),
        Totals = new
        {
            Judged = simulation.Requests.Count,
            Unchanged = simulation.Requests.Count - simulation.Different.Count,
            Refused = Count<Verdict.Refused>(simulation),
            NeedsApproval = Count<Verdict.NeedsApproval>(simulation),
            Allowed = Count<Verdict.Allowed>(simulation),
        },
        TakenFromToday = FromToday,
    };

    private static object Judged(Verdict verdict) => new
    {
        Verdict = Answers.Name(verdict),
        Rules = verdict.Trace.Where(result => !result.Passed).Select(Answers.Json),
    };

    private static IEnumerable<(string Name, string Before, string After)> Changes(Simulation simulation) => PolicySetting.All
        .Select(setting => (setting.Name, Before: setting.Show(simulation.Now.Activation), After: setting.Show(simulation.Policy.Activation)))
        .Where(change => change.Before != change.After);

    private static int Count<T>(Simulation simulation)
        where T : Verdict => simulation.Different.Count(request => request.After is T);

    private static string Sum(Simulation simulation)
    {
        var (judged, same) = (simulation.Requests.Count, simulation.Requests.Count - simulation.Different.Count);
        return $"{judged} {(judged == 1 ? "request" : "requests")} judged: {Count<Verdict.Refused>(simulation)} now refused, "
            + $"{Count<Verdict.NeedsApproval>(simulation)} now {(Count<Verdict.NeedsApproval>(simulation) == 1 ? "needs" : "need")} approval, "
            + $"{Count<Verdict.Allowed>(simulation)} now allowed, {same} as before.";
    }

    private static string Words(Verdict verdict) => verdict switch
    {
        Verdict.NeedsApproval => "needs approval",
        Verdict.Refused when verdict.Reasons.Count > 0 => $"refused by {string.Join(", ", verdict.Reasons.Select(reason => reason.Code))}",
        _ => Answers.Name(verdict),
    };

    private static string NameOf(Principal person) => person.UserPrincipalName?.Value ?? person.DisplayName;

    private static string Time(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
