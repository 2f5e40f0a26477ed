using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Regent.Cli.Access;
using Regent.Cli.Graph;

namespace Regent.Cli.Commands;

/// <summary>
/// <c>targets add FILE</c> and <c>targets change NAME FILE</c>: a target as a file says. What stands as <c>${NAME}</c> in its settings is read from the
/// environment.
/// </summary>
internal static partial class TargetFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Command CreateAdd(RemoteOptions remote)
    {
        var file = Source();
        var command = new Command("add", "Add a target and its mappings from a file; nothing is written there before it is started") { file };
        remote.Run(command, async (parsed, session, ct) =>
        {
            var body = await ReadAsync(parsed.GetRequiredValue(file), session.Terminal, ct);
            var mappings = Mappings(body);
            body.Remove("mappings");
            var named = await NamedAsync(session.Graph, mappings, ct);
            var target = await session.Graph.AddTargetAsync(body, ct);
            await AddAsync(session.Graph, target, named, ct);

            await session.AnswerAsync(await session.Graph.TargetAsync(target.Id, ct), $"{target.Name} is added. Look at what would be done, then start it: regent targets plan \"{target.Name}\"");
            return ExitCode.Done;
        });
        return command;
    }

    public static Command CreateChange(RemoteOptions remote)
    {
        var (name, file) = (new TargetName(), Source());
        var moved = new Option<bool>("--moved") { Description = "It is the same system under another address: what Regent gave there is there still" };
        var command = new Command("change", "Change how a target is reached, as a file says; its mappings stay, and so do secrets that are left out")
        {
            name.Argument, file, moved,
        };
        remote.Run(command, async (parsed, session, ct) =>
        {
            var body = await ReadAsync(parsed.GetRequiredValue(file), session.Terminal, ct);
            var target = await name.ReadAsync(parsed, session.Graph, ct);
            body.Remove("mappings");
            body["moved"] = parsed.GetValue(moved);
            var changed = await session.Graph.ChangeTargetAsync(target.Id, body, ct);
            var words = changed.State == "new"
                ? $"{changed.Name} is changed. Nothing is given there, and nothing taken back, until you look at the plan and start it: regent targets plan \"{changed.Name}\""
                : $"{changed.Name} is changed.";
            await session.AnswerAsync(changed, words);
            return ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> Source() =>
        new("file") { Description = "JSON with name, kind, accounts, settings and mappings; ${NAME} in settings is an environment variable" };

    private static async Task AddAsync(GraphClient graph, Target target, IEnumerable<TargetMapping> mappings, CancellationToken ct)
    {
        try
        {
            foreach (var mapping in mappings)
            {
                await graph.AddMappingAsync(target.Id, mapping, ct);
            }
        }
        catch (RefusedException refused)
        {
            throw new RefusedException([.. refused.Problems, new Problem(Code: null, $"{target.Name} is added, without this mapping and those after it.")]);
        }
    }

    private static async Task<IReadOnlyList<TargetMapping>> NamedAsync(GraphClient graph, IReadOnlyList<TargetMapping> mappings, CancellationToken ct)
    {
        if (mappings.All(mapping => mapping.Role is null))
        {
            return mappings;
        }

        IReadOnlyList<Role> roles = [.. (await graph.RoleDefinitionsAsync(ct)).Select(Role.Of)];
        return [.. mappings.Select(mapping => mapping.Role is not { } name ? mapping : mapping with
        {
            Role = null,
            RoleDefinitionId = (Role.Find(name, roles) ?? throw new MisuseException($"There is no directory role called \"{name}\". A role of another kind is named by its roleDefinitionId.")).Id,
        })];
    }

    private static async Task<JsonObject> ReadAsync(string path, Terminal terminal, CancellationToken ct)
    {
        try
        {
            var body = JsonNode.Parse(
                await File.ReadAllTextAsync(path, ct), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })
                as JsonObject ?? throw new MisuseException($"{path} is not a JSON object.");
            Fill(body["settings"] as JsonObject ?? [], terminal);
            return body;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new MisuseException($"{path} cannot be read: {failure.Message}");
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            throw new MisuseException($"{path} is not valid JSON: {failure.Message}");
        }
    }

    private static void Fill(JsonObject settings, Terminal terminal)
    {
        foreach (var (name, value) in settings.ToList())
        {
            if (value is JsonValue text && text.TryGetValue<string>(out var written))
            {
                settings[name] = Reference().Replace(written, reference => terminal.Variable(reference.Groups["name"].Value)
                    ?? throw new MisuseException($"The setting {name} names the environment variable {reference.Groups["name"].Value}, which is not set."));
            }
        }
    }

    private static List<TargetMapping> Mappings(JsonObject body)
    {
        try
        {
            return body["mappings"]?.Deserialize<List<TargetMapping>>(Json) ?? [];
        }
        catch (JsonException failure)
        {
            throw new MisuseException($"The mappings cannot be read at {failure.Path}: each has role or roleDefinitionId, scope, and a list of entitlements.");
        }
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Reference();
}
