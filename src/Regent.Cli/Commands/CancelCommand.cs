using System.CommandLine;
using Regent.Cli.Graph;

namespace Regent.Cli.Commands;

/// <summary><c>cancel ID</c>: withdraws a request that has not come into force.</summary>
internal static class CancelCommand
{
    public static Command Create(RemoteOptions remote)
    {
        var id = new RequestId();
        var command = new Command("cancel", "Withdraw a request of yours that has not come into force") { id.Argument };
        remote.Run(command, async (parsed, session, ct) =>
        {
            var request = id.Read(parsed);
            await session.Graph.CancelAsync(request, ct);
            var cancelled = await session.Graph.RequestAsync(request, ct);
            await session.AnswerAsync(cancelled, $"Cancelled: {cancelled.RoleDefinition?.DisplayName}.");
            return ExitCode.Done;
        });
        return command;
    }
}
