using System.CommandLine;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Provisioning;
using Regent.Operations.Synchronisation;

namespace Regent.Server.Commands;

/// <summary>
/// <c>sync ldap NAME</c>: takes over people and groups from a directory that is a target, now, and says what came of it. The exit code is 1
/// when nothing was changed although something was to be.
/// </summary>
internal static class SyncCommand
{
    public static Command Create() => new("sync", "Take over people and groups from a directory") { Ldap() };

    private static Command Ldap()
    {
        var name = new Argument<string>("name") { Description = "The target's name" };
        var rehearse = new Option<bool>("--dry-run") { Description = "Only say what would come of it" };
        var full = new Option<bool>("--full") { Description = "Read everything, not only what changed since the last run" };
        var force = new Option<bool>("--force") { Description = "Take away as much as there is to take away, this once" };
        var adopt = new Option<bool>("--adopt") { Description = "Take people and groups of the same name that are here already for those in the directory" };
        var data = new DataOptions();
        var command = new Command("ldap", "Take over people and groups from LDAP or Active Directory") { name, rehearse, full, force, adopt };
        data.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var ask = new SyncAsk
            {
                IsRehearsal = parsed.GetValue(rehearse),
                IsFull = parsed.GetValue(full),
                IsForced = parsed.GetValue(force),
                Adopts = parsed.GetValue(adopt),
            };
            await using var regent = await data.OpenAsync(parsed, ct);
            var outcome = await regent.Services.GetRequiredService<SyncTarget>().ExecuteAsync(parsed.GetRequiredValue(name), TargetKind.Ldap, ask, ct);
            return outcome is Outcome<SyncReport>.Done(var report)
                ? await SyncText.WriteAsync(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, report)
                : await parsed.InvocationConfiguration.Error.RefuseAsync(outcome);
        });
        return command;
    }
}
