using System.CommandLine;
using Regent.Cli.Graph;

namespace Regent.Cli.Commands;

/// <summary><c>approve ID</c> and <c>deny ID</c>.</summary>
internal static class DecisionCommand
{
    public static Command Create(RemoteOptions remote, string verb, string description, bool approve)
    {
        var id = new RequestId();
        var reason = new Option<string>("--reason", "-r") { Description = "Why; the requestor reads this", HelpName = "TEXT", Required = true };
        var command = new Command(verb, description) { id.Argument, reason };
        remote.Run(command, async (parsed, session, ct) =>
        {
            var request = await session.Graph.RequestAsync(id.Read(parsed), ct);
            await session.Graph.DecideAsync(request.Id, approve, parsed.GetRequiredValue(reason), ct);
            var decided = await session.Graph.RequestAsync(request.Id, ct);
            await session.AnswerAsync(
                decided,
                $"{(approve ? "Approved" : "Denied")}: {request.RoleDefinition?.DisplayName} for {request.Principal?.DisplayName}.");
            return ExitCode.Done;
        });
        return command;
    }
}
