using System.CommandLine;
using Regent.Cli.Graph;
using Regent.Cli.Text;

namespace Regent.Cli.Commands;

/// <summary><c>requests</c>: what waits for my decision, and what I asked.</summary>
internal static class RequestsCommand
{
    private const int Latest = 20;

    public static Command Create(RemoteOptions remote)
    {
        var top = new Option<int>("--top") { Description = "How many of your own", HelpName = "N", DefaultValueFactory = _ => Latest };
        top.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1000)
            {
                result.AddError("--top is a number from 1 to 1000.");
            }
        });
        var command = new Command("requests", "Show what waits for you and what you asked") { top };
        remote.Run(command, async (parsed, session, ct) =>
        {
            var waiting = await session.Graph.RequestsToDecideAsync(ct);
            var own = await session.Graph.OwnRequestsAsync(parsed.GetValue(top), ct);
            if (session.WantsJson)
            {
                await session.WriteJsonAsync(new { waiting, own });
                return ExitCode.Done;
            }

            await WriteWaitingAsync(session, waiting);
            await WriteOwnAsync(session, own);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task WriteWaitingAsync(Session session, IReadOnlyList<ScheduleRequest> waiting)
    {
        await session.WriteAsync(waiting.Count == 0 ? "Waiting for you: none" : "Waiting for you");
        var rows = Table.Of([.. waiting.Select(request => new[]
        {
            request.Id, request.Principal?.DisplayName ?? request.PrincipalId, RoleOf(request), WishOf(request, session.Moments),
            session.Moments.Ago(request.CreatedDateTime),
        })]);
        foreach (var (line, request) in rows.Zip(waiting))
        {
            await session.WriteAsync(line);
            await session.WriteAsync($"    {WordsOf(request)}".TrimEnd());
        }
    }

    private static async Task WriteOwnAsync(Session session, IReadOnlyList<ScheduleRequest> own)
    {
        await session.WriteAsync(own.Count == 0 ? "Asked by you: none" : "Asked by you");
        var rows = own.Select(request => new[]
        {
            request.Id, RoleOf(request), ActOf(request), session.Moments.Ago(request.CreatedDateTime),
        });
        foreach (var line in Table.Of([.. rows]))
        {
            await session.WriteAsync(line);
        }
    }

    private static string RoleOf(ScheduleRequest request) => request.RoleDefinition?.DisplayName ?? request.RoleDefinitionId;

    private static string WishOf(ScheduleRequest request, Moments moments)
    {
        var length = Spans.OfWire(request.ScheduleInfo?.Expiration?.Duration);
        var wish = length is null ? "" : $"for {length}";
        return request.ScheduleInfo?.StartDateTime is { } start && start > moments.Now ? $"{wish} from {moments.At(start)}".Trim() : wish;
    }

    private static string WordsOf(ScheduleRequest request)
    {
        var ticket = request.TicketInfo?.TicketNumber is { } number ? $" (ticket {number}, {request.TicketInfo.TicketSystem})" : "";
        return $"{request.Justification}{ticket}";
    }

    /// <summary>A request that made something is done; whether that is still in force is what <c>roles</c> tells.</summary>
    private static string ActOf(ScheduleRequest request) => (request.Action, request.Status) switch
    {
        ("selfActivate", "Provisioned") => "activated",
        ("selfDeactivate", _) => "deactivated",
        ("adminAssign", "Provisioned") => "assigned",
        ("adminRemove", _) => "removed",
        _ => RequestStatus.Word(request.Status),
    };
}
