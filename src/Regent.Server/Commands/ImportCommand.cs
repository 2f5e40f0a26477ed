using System.CommandLine;
using Regent.Operations.Principals;

namespace Regent.Server.Commands;

/// <summary><c>import FILE</c>: takes over people from a file, all of it or nothing, and says line by line what came of it.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A CSV file with the columns of a user export" };
        var skip = new Option<bool>("--skip-errors") { Description = "Import the good lines although others are refused" };
        var data = new DataOptions();
        var command = new Command("import", "Import people and their groups from a file") { file, skip };
        data.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var people = PeopleFile.Read(parsed.GetRequiredValue(file));
            await using var regent = await data.OpenOrCreateAsync(parsed, ct);
            var import = regent.Services.GetRequiredService<ImportPeople>();
            var report = await import.ExecuteAsync(people.Rows, parsed.GetValue(skip), ct);
            await ImportText.WriteAsync(parsed.InvocationConfiguration.Output, people, report);
            return report.IsWritten ? 0 : 1;
        });
        return command;
    }
}
