using System.CommandLine;
using Regent.Core;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Server.Commands;

/// <summary><c>why --user UPN --role R</c>: what an activation of the role by that user would meet now, rule by rule, and how they hold it already.</summary>
internal static class WhyCommand
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public static Command Create()
    {
        var user = new UserOption();
        var role = new Option<string>("--role") { Description = "The role: its name, a part of it, or its id", Required = true };
        var scope = new Option<string?>("--scope") { Description = "Where, such as /subscriptions/…; the whole tenant, /, unless said" };
        var duration = new Option<string?>("--duration") { Description = "How long it would last: 30m, 4h; the longest allowed unless said" };
        var json = new JsonOption();
        var data = new DataOptions();
        var command = new Command("why", "Say what an activation of a role by a user would meet now, rule by rule")
        {
            user.Option, role, scope, duration, json.Option,
        };
        data.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var name = user.Read(parsed);
            TimeSpan? length = parsed.GetValue(duration) is { } text ? Lifetime.Read(text, Longest, "--duration") : null;
            await using var regent = await data.OpenAsync(parsed, ct);
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (await regent.Services.GetRequiredService<IDirectory>().FindByNameAsync(name, ct) is not { } person)
            {
                await error.WriteLineAsync($"There is no user {name}.");
                return 1;
            }

            var asked = await RoleAtScope.FindAsync(regent.Services, parsed.GetRequiredValue(role), parsed.GetValue(scope), ct);
            var explained = await regent.Services.GetRequiredService<ExplainActivation>()
                .ExecuteAsync(person.Id, asked.Role.Id, asked.Scope, length, ct);
            if (explained is not Outcome<ActivationExplanation>.Done(var explanation))
            {
                return await error.RefuseAsync(explained);
            }

            await (json.IsWanted(parsed) ? output.WriteJsonAsync(WhyText.Json(explanation)) : WhyText.WriteAsync(output, explanation));
            return 0;
        });
        return command;
    }
}
