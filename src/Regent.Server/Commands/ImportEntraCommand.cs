using System.CommandLine;
using Regent.Api.Graph.Takeover;
using Regent.Operations;
using Regent.Operations.Takeover;

namespace Regent.Server.Commands;

/// <summary>
/// <c>import entra DIR</c>: takes over the set-up of a tenant of Microsoft Entra from files of what Microsoft Graph answered. What is
/// wrong harms nothing else, and the exit code says that there was something.
/// </summary>
internal static class ImportEntraCommand
{
    public static Command Create()
    {
        var directory = new Argument<DirectoryInfo>("dir") { Description = "A directory with what Microsoft Graph answered, as JSON" };
        var rehearse = new Option<bool>("--dry-run") { Description = "Say what would happen, and write nothing" };
        var data = new DataOptions();
        var command = new Command("entra", "Take over users, groups, roles, settings and who has what from Microsoft Entra PIM") { directory, rehearse };
        data.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var export = EntraExport.Read(await FilesAsync(parsed.GetRequiredValue(directory), ct));
            var rehearses = parsed.GetValue(rehearse);
            using var stage = new RehearsalStage();
            await using var regent = rehearses
                ? await data.OpenToRehearseAsync(parsed, stage, ct)
                : await data.OpenOrCreateAsync(parsed, links: null, ct);
            var report = await regent.Services.GetRequiredService<TakeOver>().ExecuteAsync(export.Holdings, rehearses, ct);
            await TakeoverText.WriteAsync(parsed.InvocationConfiguration.Output, export.Entries, report);
            return report.Count(ImportOutcome.Refused) == 0 ? 0 : 1;
        });
        return command;
    }

    private static async Task<IReadOnlyList<EntraFile>> FilesAsync(DirectoryInfo directory, CancellationToken ct)
    {
        try
        {
            var read = new List<EntraFile>();
            foreach (var file in directory.EnumerateFiles("*.json").OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                read.Add(new EntraFile(file.Name, await File.ReadAllBytesAsync(file.FullName, ct)));
            }

            return read.Count > 0 ? read : throw new MisuseException($"There is no JSON file in {directory}.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new MisuseException($"{directory} cannot be read: {failure.Message}");
        }
    }
}
