using System.Globalization;
using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Server.SignIn;

/// <summary>
/// <c>token --user UPN [--hours N]</c>: prints a bearer token for a user. Whoever can read the data directory could make
/// one anyway; this way it is on record.
/// </summary>
internal static class TokenCommand
{
    private const int Hours = 8;
    private const int MostHours = 24 * 90;

    /// <summary>Runs the command in a server that is built and not started; the exit code is 0 when a token was printed.</summary>
    public static async Task<int> RunAsync(
        IServiceProvider services, IConfiguration arguments, TextWriter output, TextWriter errors, CancellationToken ct = default)
    {
        if (!UserPrincipalName.TryParse(arguments["user"], out var name))
        {
            return await FailAsync("Say whose token: --user UPN");
        }

        if (!int.TryParse(arguments["hours"] ?? $"{Hours}", NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || hours is 0 or > MostHours)
        {
            return await FailAsync($"--hours is a number from 1 to {MostHours}.");
        }

        if (await services.GetRequiredService<IDirectory>().FindByNameAsync(name, ct) is not { IsEnabled: true } person)
        {
            return await FailAsync($"There is no enabled user {name}.");
        }

        await services.GetRequiredService<SignInRecord>().IssuedAsync(person.Id, $"For {hours} h, on the server's own machine.", ct);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var token = await services.GetRequiredService<AccessTokens>().IssueAsync(person.Id, TimeSpan.FromHours(hours), now, ct);
        await output.WriteLineAsync(token.AsMemory(), ct);
        return 0;

        async Task<int> FailAsync(string message)
        {
            await errors.WriteLineAsync(message.AsMemory(), ct);
            return 1;
        }
    }
}
