using Regent.Cli.Access;
using Regent.Cli.Graph;

namespace Regent.Cli.Commands;

/// <summary>Finds the target somebody means among those that hand out credentials to them.</summary>
internal static class CredentialPlace
{
    public static async Task<CredentialTarget> ChooseAsync(GraphClient graph, string? named, CancellationToken ct)
    {
        var all = (await graph.CredentialTargetsAsync(ct)).Where(one => one.Kind == "ssh").ToList();
        if (all.Count == 0)
        {
            throw new MisuseException("There is no server that you may sign in to now. Activate a role that brings it: regent roles");
        }

        var meant = named is null ? all : Named(all, named);
        return meant switch
        {
            [var one] => one,
            [] => throw new MisuseException($"There is no target called \"{named}\". You have access in:{Lines(all)}"),
            _ => throw new MisuseException($"Say which target with --target, one of:{Lines(meant)}"),
        };
    }

    // The whole name counts before a part of it.
    private static List<CredentialTarget> Named(List<CredentialTarget> all, string named)
    {
        var exact = all.FindAll(one => one.Name.Equals(named, StringComparison.OrdinalIgnoreCase) || one.Id.Equals(named, StringComparison.OrdinalIgnoreCase));
        return exact.Count > 0 ? exact : all.FindAll(one => one.Name.Contains(named, StringComparison.OrdinalIgnoreCase));
    }

    private static string Lines(IEnumerable<CredentialTarget> all) => string.Concat(all.Select(one => $"{Environment.NewLine}  {one.Name}"));
}
