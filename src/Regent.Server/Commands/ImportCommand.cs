using System.CommandLine;
using Regent.Operations.Ports;
using Regent.Operations.Principals;
using Regent.Operations.Roles;

namespace Regent.Server.Commands;

/// <summary>
/// <c>import FILE</c>: takes over people or scopes from a file, all of it or nothing, and says line by line what came of it; the
/// columns tell which. With <c>--invite</c> every new person is let in as well, in the same commit.
/// </summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A CSV file with the columns of a user export, or with id, displayName and parent of scopes" };
        var skip = new Option<bool>("--skip-errors") { Description = "Import the good lines although others are refused" };
        var invite = new Option<bool>("--invite")
        {
            Description = "Send everybody new a link with which they choose a password, or print it where no mail server is configured",
        };
        var links = new PublicUrlOption();
        var data = new DataOptions();
        var command = new Command("import", "Import people and their groups, or scopes, from a file") { file, skip, invite, ImportEntraCommand.Create() };
        links.AddTo(command);
        data.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var table = CsvTable.Read(parsed.GetRequiredValue(file));
            var (skips, invites) = (parsed.GetValue(skip), parsed.GetValue(invite));
            if (ScopesFile.Is(table))
            {
                return invites
                    ? throw new MisuseException("--invite is for people, and this is a file of scopes. Leave it out.")
                    : await ScopesAsync(ScopesFile.Read(table), skips, data, parsed, ct);
            }

            Check(table);
            return await PeopleAsync(PeopleFile.Read(table), skips, invites ? links : null, data, parsed, ct);
        });
        return command;
    }

    private static async Task<int> ScopesAsync(ScopesFile scopes, bool skips, DataOptions data, ParseResult parsed, CancellationToken ct)
    {
        await using var regent = await data.OpenOrCreateAsync(parsed, links: null, ct);
        var report = await regent.Services.GetRequiredService<ImportScopes>().ExecuteAsync(scopes.Lines, skips, ct);
        await ImportText.WriteAsync(parsed.InvocationConfiguration.Output, scopes.IgnoredColumns, report, invited: null, forNew: "Done.");
        return report.IsWritten ? 0 : 1;
    }

    private static async Task<int> PeopleAsync(
        PeopleFile people, bool skips, PublicUrlOption? links, DataOptions data, ParseResult parsed, CancellationToken ct)
    {
        await using var regent = await data.OpenOrCreateAsync(parsed, links, ct);
        var import = regent.Services.GetRequiredService<ImportPeople>();
        var (report, invitations) = await regent.Services.GetRequiredService<IUnitOfWork>().RunAsync(
            async token =>
            {
                var done = await import.ExecuteAsync(people.Rows, skips, token);
                return (done, links is null ? null : await Invitations.SendAsync(regent.Services, done, token));
            },
            ct);
        await (links is not null && invitations is { Links.Count: > 0 } ? links.TellAsync(parsed) : Task.CompletedTask);
        await ImportText.WriteAsync(
            parsed.InvocationConfiguration.Output, people.IgnoredColumns, report, invitations,
            forNew: "New people choose a password first. Print a link for each: regent invite --user UPN --data DIR, or let them ask for one on the sign-in page.");
        return report.IsWritten ? 0 : 1;
    }

    private static void Check(CsvTable table)
    {
        if (!table.Has(PeopleFile.Mark))
        {
            throw new MisuseException(
                "The first line has to name the columns, separated by commas, and userPrincipalName has to be among them; "
                + "in a file of scopes id, displayName and parent.");
        }
    }
}
