using System.CommandLine;
using Regent.Cli.Graph;
using Regent.Cli.Text;

namespace Regent.Cli.Commands;

/// <summary><c>roles</c>: what I hold and what I may activate, and until when.</summary>
internal static class RolesCommand
{
    public static Command Create(RemoteOptions remote)
    {
        var command = new Command("roles", "Show the roles you hold and may activate");
        remote.Run(command, async (_, session, ct) =>
        {
            var active = await session.Graph.ActiveAsync(ct);
            var eligible = await session.Graph.EligibleAsync(ct);
            if (session.WantsJson)
            {
                await session.WriteJsonAsync(new { active, eligible });
                return ExitCode.Done;
            }

            await WriteAsync(session, "Active", active);
            await WriteAsync(session, "Eligible", eligible);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task WriteAsync(Session session, string title, IReadOnlyList<Instance> instances)
    {
        await session.WriteAsync(instances.Count == 0 ? $"{title}: none" : title);
        var rows = instances.OrderBy(Role.NameOf, StringComparer.OrdinalIgnoreCase).Select(one => new[]
        {
            new Role(one.RoleDefinitionId, Role.NameOf(one), one.DirectoryScopeId).Title, session.Moments.Until(one.EndDateTime), HowOf(one),
        });
        foreach (var line in Table.Of([.. rows]))
        {
            await session.WriteAsync(line);
        }
    }

    private static string HowOf(Instance instance)
    {
        var how = instance.AssignmentType == "Activated" ? "activated" : "";
        return instance.MemberType == "Group" ? $"{how} through {instance.Principal?.DisplayName ?? "a group"}".Trim() : how;
    }
}
