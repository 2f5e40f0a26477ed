using System.CommandLine;

namespace Regent.Cli.Commands;

/// <summary>The id of a request on the command line.</summary>
internal sealed class RequestId
{
    public Argument<string> Argument { get; } = new("id") { Description = "The request's id, as regent requests shows it" };

    public string Read(ParseResult parsed) => Guid.TryParse(parsed.GetRequiredValue(Argument), out var id)
        ? id.ToString("D")
        : throw new MisuseException("The id of a request looks like 0198a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b. See: regent requests");
}
