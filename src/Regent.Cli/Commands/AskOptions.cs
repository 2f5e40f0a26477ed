using System.CommandLine;
using Regent.Cli.Graph;
using Regent.Cli.Text;

namespace Regent.Cli.Commands;

/// <summary>What is said with an activation: why, for how long, from when, and under which ticket.</summary>
internal sealed class AskOptions
{
    private readonly Option<string?> reason = new("--reason", "-r") { Description = "Why you need it; approvers read this", HelpName = "TEXT" };

    private readonly Option<string> duration = new("--duration", "-d")
    {
        Description = "For how long: 2h, 90m, 1h30m",
        HelpName = "LENGTH",
        DefaultValueFactory = _ => "1h",
    };

    private readonly Option<string?> start = new("--start")
    {
        Description = "From when, if not at once: 14:30, or \"2026-11-30 14:30\"",
        HelpName = "TIME",
    };

    private readonly Option<string?> ticket = new("--ticket") { Description = "The number of a ticket", HelpName = "NUMBER" };

    private readonly Option<string?> system = new("--ticket-system") { Description = "Where that ticket is", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        command.Add(reason);
        command.Add(duration);
        command.Add(start);
        command.Add(ticket);
        command.Add(system);
    }

    /// <summary>The ask, still without its role.</summary>
    public RequestBody Read(ParseResult parsed, DirectoryObject me, Moments moments)
    {
        var from = parsed.GetValue(start) is { } text ? moments.Read(text) : (DateTimeOffset?)null;
        var (number, where) = (parsed.GetValue(ticket), parsed.GetValue(system));
        return new RequestBody("selfActivate", me.Id, RoleDefinitionId: "", DirectoryScopeId: "")
        {
            Justification = parsed.GetValue(reason),
            ScheduleInfo = new ScheduleInfo(from, Expiration.After(Spans.Read(parsed.GetRequiredValue(duration)))),
            TicketInfo = number is null && where is null ? null : new TicketInfo(number, where),
        };
    }
}
