using System.CommandLine;
using Regent.Cli.Graph;
using Regent.Cli.Text;

namespace Regent.Cli.Commands;

/// <summary><c>activate ROLE…</c>: asks for one or several roles, and says for each what came of it.</summary>
internal static class ActivateCommand
{
    public static Command Create(RemoteOptions remote)
    {
        var roles = new Argument<string[]>("role") { Description = "A part of the role's name, or its id", Arity = ArgumentArity.OneOrMore };
        var ask = new AskOptions();
        var wait = new Option<bool>("--wait") { Description = "Wait through the approval until the roles are in force and seen in their systems" };
        var timeout = new Option<string>("--timeout")
        {
            Description = "How long to wait, at most, for systems to show what is in force",
            HelpName = "LENGTH",
            DefaultValueFactory = _ => "2m",
        };
        var command = new Command("activate", "Activate roles you are eligible for") { roles, wait, timeout };
        ask.AddTo(command);
        remote.Run(command, async (parsed, session, ct) =>
        {
            var me = await session.Graph.MeAsync(ct);
            var chosen = await ChooseAsync(session.Graph, parsed.GetRequiredValue(roles), ct);
            var body = ask.Read(parsed, me, session.Moments);
            var attempts = new List<Activation>();
            foreach (var role in chosen)
            {
                attempts.Add(await AskAsync(session.Graph, role, body, ct));
            }

            attempts = parsed.GetValue(wait) ? await new ActivationWait(session, Spans.Read(parsed.GetRequiredValue(timeout), "--timeout")).UntilSettledAsync(attempts, ct) : attempts;
            return await AnswerAsync(session, attempts, parsed.GetValue(wait), ct);
        });
        return command;
    }

    /// <summary>Among the eligible roles first; a role that exists at all is asked for as well, so that the server says why not.</summary>
    private static async Task<IReadOnlyList<Role>> ChooseAsync(GraphClient graph, IEnumerable<string> names, CancellationToken ct)
    {
        var eligible = Role.Of(await graph.EligibleAsync(ct));
        IReadOnlyList<Role>? all = null;
        var chosen = new List<Role>();
        foreach (var name in names)
        {
            chosen.Add(Role.Find(name, eligible) ?? Role.Find(name, all ??= [.. (await graph.RoleDefinitionsAsync(ct)).Select(Role.Of)])
                ?? throw new MisuseException(eligible.Count == 0
                    ? $"There is no role called \"{name}\", and you are eligible for none."
                    : $"There is no role called \"{name}\". You may activate:{Role.List(eligible)}"));
        }

        return [.. chosen.Distinct()];
    }

    private static async Task<Activation> AskAsync(GraphClient graph, Role role, RequestBody body, CancellationToken ct)
    {
        try
        {
            var asked = body with { RoleDefinitionId = role.Id, DirectoryScopeId = role.Scope };
            return new Activation(role) { Request = await graph.SubmitAsync(asked, ct) };
        }
        catch (RefusedException refused)
        {
            return new Activation(role) { Problems = refused.Problems };
        }
    }

    private static async Task<int> AnswerAsync(Session session, IReadOnlyList<Activation> attempts, bool waited, CancellationToken ct)
    {
        var active = attempts.Any(attempt => attempt.IsActive) ? await session.Graph.ActiveAsync(ct) : [];
        if (session.WantsJson)
        {
            await session.WriteJsonAsync(attempts.Select(attempt => attempt.ToAnswer(active)));
        }

        foreach (var line in session.WantsJson ? [] : Table.Of([.. attempts.Select(attempt => attempt.ToRow(active, session.Moments))], indent: ""))
        {
            await session.WriteAsync(line);
        }

        return attempts.All(attempt => waited ? attempt is { IsActive: true, IsAwaited: false } : attempt.IsActive || attempt.IsOpen) ? ExitCode.Done : ExitCode.Refused;
    }
}
