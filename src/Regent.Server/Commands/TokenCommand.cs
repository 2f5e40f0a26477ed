using System.CommandLine;
using Regent.Operations.Ports;
using Regent.Server.SignIn;

namespace Regent.Server.Commands;

/// <summary>
/// <c>token --user UPN</c>: prints a bearer token for a user, and nothing else. Whoever can read the data directory could make
/// one anyway; this way it is on record.
/// </summary>
internal static class TokenCommand
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    public static Command Create()
    {
        var user = new UserOption();
        var lifetime = new Option<string>("--lifetime")
        {
            Description = "How long the token is good: 30m, 8h, 7d",
            DefaultValueFactory = _ => "1h",
        };
        var data = new DataOptions();
        var command = new Command("token", "Print a bearer token for a user") { user.Option, lifetime };
        data.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var name = user.Read(parsed);
            var length = Lifetime.Read(parsed.GetRequiredValue(lifetime), Longest);
            await using var regent = await data.OpenAsync(parsed, ct);
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (await regent.Services.GetRequiredService<IDirectory>().FindByNameAsync(name, ct) is not { IsEnabled: true } person)
            {
                await error.WriteLineAsync($"There is no enabled user {name}.");
                return 1;
            }

            var now = regent.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            await regent.Services.GetRequiredService<SignInRecord>().IssuedAsync(
                person.Id, $"Good for {Lifetime.Text(length)}, on the server's own machine.", ct);
            await output.WriteLineAsync(await regent.Services.GetRequiredService<AccessTokens>().IssueAsync(person.Id, length, now, ct));
            return 0;
        });
        return command;
    }
}
