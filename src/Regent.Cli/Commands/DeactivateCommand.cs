using System.CommandLine;
using Regent.Cli.Graph;

namespace Regent.Cli.Commands;

/// <summary><c>deactivate ROLE</c>: gives back a role before its time is up.</summary>
internal static class DeactivateCommand
{
    public static Command Create(RemoteOptions remote)
    {
        var name = new Argument<string>("role") { Description = "A part of the role's name, or its id" };
        var reason = new Option<string?>("--reason", "-r") { Description = "Why; optional", HelpName = "TEXT" };
        var command = new Command("deactivate", "Give back a role you activated") { name, reason };
        remote.Run(command, async (parsed, session, ct) =>
        {
            var text = parsed.GetRequiredValue(name);
            var active = Role.Of((await session.Graph.ActiveAsync(ct)).Where(one => one.AssignmentType == "Activated"));
            var role = Role.Find(text, active) ?? throw new MisuseException(active.Count == 0
                ? "You have activated no role."
                : $"You have not activated \"{text}\". Active are:{Role.List(active)}");
            var me = await session.Graph.MeAsync(ct);
            var request = await session.Graph.SubmitAsync(
                new RequestBody("selfDeactivate", me.Id, role.Id, role.Scope) { Justification = parsed.GetValue(reason) }, ct);
            await session.AnswerAsync(request, $"{role.Title} is no longer active.");
            return ExitCode.Done;
        });
        return command;
    }
}
