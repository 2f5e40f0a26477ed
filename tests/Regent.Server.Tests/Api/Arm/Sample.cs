using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Regent.Testing;

namespace Regent.Server.Tests.Api.Arm;

/// <summary>A published sample of a request and its answer, with ids of its own in place of those it was published with.</summary>
internal sealed partial class Sample
{
    private const string Prefix = "arm-samples/";

    // What Regent calls by one id the samples call by several.
    private static readonly string[][] Same =
    [
        ["64caffb6-55c0-4deb-a585-68e948ea1ad6", "b1477448-2cc6-4ceb-93b4-54a202a89413", "21e4b59a-0499-4fe0-a3c3-43a3055b773a"],
        ["fea7a502-9a96-4806-a26f-eee560e52045", "c9e264ff-3133-4776-a81a-ebc7c33c8ec6", "ed9b8180-cef7-4c77-a63c-b8566ecfc412"],
        ["488a6d0e-0a63-4946-86e3-1f5bbc934661", "4135f961-be78-4005-8101-c72a5af307a2", "fa73e90b-5bf1-45fd-a182-35ce5fc0674d"],
    ];

    private readonly Dictionary<string, string> ids;

    private Sample(string name, Dictionary<string, string> ids)
    {
        this.ids = ids;
        var text = Id().Replace(Text(name), found => IdOf(found.Value));
        var sample = JsonNode.Parse(text)!.AsObject();
        Name = name;
        Parameters = sample["parameters"]!.AsObject();
        Answers = sample["responses"]!.AsObject();
    }

    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(Sample).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal),
    ];

    public string Name { get; }

    public JsonObject Parameters { get; }

    /// <summary>The answers by status.</summary>
    public JsonObject Answers { get; }

    public JsonNode? Body => Parameters["parameters"] ?? Parameters["body"];

    /// <summary>A parameter.</summary>
    public string this[string parameter] => (string)Parameters[parameter]!;

    /// <param name="name">Which sample.</param>
    /// <param name="known">Ids that must be certain ones, by those of the samples.</param>
    public static Sample Load(string name, IReadOnlyDictionary<string, string> known)
    {
        var ids = new Dictionary<string, string>(known, StringComparer.OrdinalIgnoreCase);
        foreach (var group in Same)
        {
            var one = Make.NewId().ToString();
            foreach (var id in group)
            {
                ids[id] = one;
            }
        }

        return new Sample(name, ids);
    }

    /// <summary>The id that stands for one of the samples'.</summary>
    public string IdOf(string published) => ids.TryGetValue(published, out var id) ? id : ids[published] = Make.NewId().ToString();

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Sample).Assembly.GetManifestResourceStream(Prefix + name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Id();
}
