using System.CommandLine;
using Regent.Operations;
using Regent.Operations.Accounts;
using Regent.Operations.Ports;

namespace Regent.Server.Commands;

/// <summary>
/// <c>invite --user UPN</c>: prints a one-time link with which a user chooses a password, and nothing else. Whoever can write to the
/// data directory could set one anyway; this way it is on record.
/// </summary>
internal static class InviteCommand
{
    public static Command Create()
    {
        var user = new UserOption();
        var lifetime = new Option<string?>("--lifetime") { Description = "How long the link is good: 1h, 7d" };
        var links = new PublicUrlOption();
        var data = new DataOptions();
        var command = new Command("invite", "Print a one-time link with which a user chooses a password") { user.Option, lifetime };
        links.AddTo(command);
        data.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var name = user.Read(parsed);
            TimeSpan? length = parsed.GetValue(lifetime) is { } text ? Lifetime.Read(text, PasswordLinkOptions.Longest) : null;
            await using var regent = await data.OpenAsync(parsed, links, ct);
            if (await regent.Services.GetRequiredService<IDirectory>().FindByNameAsync(name, ct) is not { IsEnabled: true } person)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no enabled user {name}.");
                return 1;
            }

            length ??= regent.Services.GetRequiredService<PasswordLinkOptions>().InvitationGoodFor;
            var link = await regent.Services.GetRequiredService<IssuePasswordLink>().ExecuteAsync(
                person.Id, length.Value, $"Good for {Lifetime.Text(length.Value)}, on the server's own machine.", ct);
            await links.TellAsync(parsed);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(link.Address.AbsoluteUri);
            return 0;
        });
        return command;
    }
}
