using System.CommandLine;
using Regent.Cli.Access;
using Regent.Cli.Graph;

namespace Regent.Cli.Commands;

/// <summary>A target on the command line: by its id, its name, or a part of the name that no other has.</summary>
internal sealed class TargetName
{
    public Argument<string> Argument { get; } = new("name") { Description = "A part of the target's name, or its id" };

    public async Task<Target> ReadAsync(ParseResult parsed, GraphClient graph, CancellationToken ct)
    {
        var (text, all) = (parsed.GetRequiredValue(Argument), await graph.TargetsAsync(ct));
        Func<Target, bool>[] ways =
        [
            target => target.Id.Equals(text, StringComparison.OrdinalIgnoreCase),
            target => target.Name.Equals(text, StringComparison.OrdinalIgnoreCase),
            target => target.Name.Contains(text, StringComparison.OrdinalIgnoreCase),
        ];
        return ways.Select(way => all.Where(way).ToList()).FirstOrDefault(matches => matches.Count > 0) switch
        {
            [var only] => only,
            null when all.Count == 0 => throw new MisuseException("There is no target yet. Add one with: regent targets add FILE.json"),
            null => throw new MisuseException($"There is no target called \"{text}\". There are:{Listed(all)}"),
            var several => throw new MisuseException($"\"{text}\" could be any of these. Say more of the name:{Listed(several)}"),
        };
    }

    private static string Listed(IEnumerable<Target> targets) => string.Concat(targets.Select(target => $"{Environment.NewLine}  {target.Name}"));
}
