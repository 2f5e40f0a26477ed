using System.CommandLine;
using Regent.Core;
using Regent.Operations.Apps;
using Regent.Operations.Ports;

namespace Regent.Server.Commands;

/// <summary>
/// <c>app create NAME</c> registers a program and prints its id and its secret; <c>app list</c> says which there are. Whoever can write to
/// the data directory could do so anyway; this way it is on record.
/// </summary>
internal static class AppCommand
{
    public static Command Create() => new("app", "Register programs that call Regent, and list them") { CreateCommand(), ListCommand() };

    private static Command CreateCommand()
    {
        var name = new Argument<string>("name") { Description = "What people know it by" };
        var redirect = Many("--redirect-uri", "Where a browser goes back to after sign-in", "URI");
        var application = Many("--permission", "What it may do for itself, such as RoleManagement.Read.Directory", "NAME");
        var delegated = Many("--delegated", "What people may let it do for them, such as RoleAssignmentSchedule.ReadWrite.Directory", "NAME");
        var device = new Option<bool>("--device") { Description = "People may let it in by a code typed elsewhere; implies --public" };
        var isPublic = new Option<bool>("--public") { Description = "It runs where it keeps no secret: on a desk, in a browser" };
        var json = new JsonOption();
        var data = new DataOptions();
        var command = new Command("create", "Register a program; prints its id, and its secret if it keeps one")
        {
            name, redirect, application, delegated, device, isPublic, json.Option,
        };
        data.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var ask = new AppAsk(parsed.GetRequiredValue(name))
            {
                IsPublic = parsed.GetValue(isPublic) || parsed.GetValue(device),
                AllowsDevices = parsed.GetValue(device),
                RedirectAddresses = parsed.GetValue(redirect) ?? [],
                Application = parsed.GetValue(application) ?? [],
                Delegated = parsed.GetValue(delegated) ?? [],
            };
            await using var regent = await data.OpenAsync(parsed, ct);
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var outcome = await regent.Services.GetRequiredService<RegisterApp>().ExecuteHereAsync(ask, ct);
            if (outcome is not Outcome<AppWithSecret>.Done(var made))
            {
                return await error.RefuseAsync(outcome);
            }

            await (json.IsWanted(parsed) ? output.WriteJsonAsync(AppText.Json(made)) : AppText.WriteAsync(output, made));
            return 0;
        });
        return command;
    }

    private static Command ListCommand()
    {
        var json = new JsonOption();
        var data = new DataOptions();
        var command = new Command("list", "Say which programs are registered") { json.Option };
        data.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            await using var regent = await data.OpenAsync(parsed, ct);
            var apps = await regent.Services.GetRequiredService<IAppStore>().ListAsync(ct);
            var output = parsed.InvocationConfiguration.Output;
            await (json.IsWanted(parsed) ? output.WriteJsonAsync(apps.Select(AppText.Json).ToList()) : AppText.WriteAsync(output, apps));
            return 0;
        });
        return command;
    }

    private static Option<string[]> Many(string name, string description, string value) =>
        new(name) { Description = $"{description}; may be given several times", HelpName = value, AllowMultipleArgumentsPerToken = true };
}
