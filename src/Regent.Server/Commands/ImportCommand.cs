using System.CommandLine;
using Regent.Operations.Ports;
using Regent.Operations.Principals;

namespace Regent.Server.Commands;

/// <summary>
/// <c>import FILE</c>: takes over people from a file, all of it or nothing, and says line by line what came of it. With
/// <c>--invite</c> everybody new is let in as well, in the same commit.
/// </summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A CSV file with the columns of a user export" };
        var skip = new Option<bool>("--skip-errors") { Description = "Import the good lines although others are refused" };
        var invite = new Option<bool>("--invite")
        {
            Description = "Send everybody new a link with which they choose a password, or print it where no mail server is configured",
        };
        var links = new PublicUrlOption();
        var data = new DataOptions();
        var command = new Command("import", "Import people and their groups from a file") { file, skip, invite };
        links.AddTo(command);
        data.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var people = PeopleFile.Read(parsed.GetRequiredValue(file));
            var invites = parsed.GetValue(invite);
            await using var regent = await data.OpenOrCreateAsync(parsed, invites ? links : null, ct);
            var import = regent.Services.GetRequiredService<ImportPeople>();
            var (report, invitations) = await regent.Services.GetRequiredService<IUnitOfWork>().RunAsync(
                async token =>
                {
                    var done = await import.ExecuteAsync(people.Rows, parsed.GetValue(skip), token);
                    return (done, invites ? await Invitations.SendAsync(regent.Services, done, token) : null);
                },
                ct);
            await (invitations is { Links.Count: > 0 } ? links.TellAsync(parsed) : Task.CompletedTask);
            await ImportText.WriteAsync(parsed.InvocationConfiguration.Output, people, report, invitations);
            return report.IsWritten ? 0 : 1;
        });
        return command;
    }
}
