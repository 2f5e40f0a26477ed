using System.CommandLine;
using System.Globalization;
using Regent.Core;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Server.Commands;

/// <summary><c>simulate --policy FILE</c>: which activation requests of the last days changed settings would judge differently. Reads only.</summary>
internal static class SimulateCommand
{
    private const int UsualDays = 90;
    private const int MostDays = 3650;

    public static Command Create()
    {
        var policy = new Option<string>("--policy") { Description = "A JSON file with a role and the settings to change; - reads standard input", Required = true, HelpName = "FILE" };
        var days = new Option<int>("--days") { Description = "How far to look back", DefaultValueFactory = _ => UsualDays };
        var json = new JsonOption();
        var data = new DataOptions();
        var command = new Command("simulate", "Judge the activation requests of the last days under a changed policy") { policy, days, json.Option };
        data.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var past = Past(parsed.GetValue(days));
            var file = PolicyFile.Read(await TextAsync(parsed.GetRequiredValue(policy), ct));
            await using var regent = await data.OpenAsync(parsed, ct);
            var asked = await RoleAtScope.FindAsync(regent.Services, file.Role, file.Scope, ct);
            var approvers = await ApproversAsync(regent.Services.GetRequiredService<IDirectory>(), file.Approvers, ct);
            var simulated = await regent.Services.GetRequiredService<SimulatePolicy>().ExecuteAsync(
                asked.Role.Id, asked.Scope, before => file.Change(before) with { Approvers = approvers ?? before.Approvers }, past, ct);
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (simulated is not Outcome<Simulation>.Done(var simulation))
            {
                return await error.RefuseAsync(simulated);
            }

            await (json.IsWanted(parsed) ? output.WriteJsonAsync(SimulationText.Json(simulation)) : SimulationText.WriteAsync(output, simulation));
            return 0;
        });
        return command;
    }

    private static TimeSpan Past(int days) => days is >= 1 and <= MostDays
        ? TimeSpan.FromDays(days)
        : throw new MisuseException($"--days is a number from 1 to {MostDays}.");

    private static async Task<string> TextAsync(string file, CancellationToken ct)
    {
        try
        {
            return file == "-" ? await Console.In.ReadToEndAsync(ct) : await File.ReadAllTextAsync(file, ct);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new MisuseException($"{file} cannot be read: {failure.Message}");
        }
    }

    private static async Task<IReadOnlyList<PrincipalId>?> ApproversAsync(IDirectory directory, IReadOnlyList<string>? named, CancellationToken ct)
    {
        if (named is null)
        {
            return null;
        }

        var found = new List<PrincipalId>();
        foreach (var name in named)
        {
            found.Add(await ApproverAsync(directory, name.Trim(), ct));
        }

        return found;
    }

    private static async Task<PrincipalId> ApproverAsync(IDirectory directory, string name, CancellationToken ct)
    {
        var person = Guid.TryParse(name, CultureInfo.InvariantCulture, out var id) ? await directory.FindAsync(new PrincipalId(id), ct)
            : UserPrincipalName.TryParse(name, out var upn) ? await directory.FindByNameAsync(upn, ct)
            : null;
        return person is not null ? person.Id : await directory.FindGroupsAsync(name, ct) switch
        {
            [var only] => only.Id,
            [] => throw new MisuseException($"settings.approvers: there is nobody called “{TerminalText.Plain(name)}”. Give sign-in names, names of groups, or ids."),
            _ => throw new MisuseException($"settings.approvers: there are several groups called “{TerminalText.Plain(name)}”. Give the id of one."),
        };
    }
}
