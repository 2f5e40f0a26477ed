using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Regent.Cli.Graph;
using Regent.Cli.Text;

namespace Regent.Cli.Commands;

/// <summary>One command in conversation with the server.</summary>
internal sealed record Session(GraphClient Graph, Terminal Terminal, bool WantsJson)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The default would write umlauts and quotes as escapes; nothing here ends up in a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Times as they are told: by the server's clock, in this machine's time zone.</summary>
    public Moments Moments => new(Graph.ServerTime ?? Terminal.Clock.GetUtcNow(), Terminal.Clock.LocalTimeZone);

    public Task WriteJsonAsync(object answer) => Terminal.Output.WriteLineAsync(JsonSerializer.Serialize(answer, Json));

    public Task WriteAsync(string line) => Terminal.Output.WriteLineAsync(Plain.Of(line));

    /// <summary>Answers with the object, or with the sentence for people.</summary>
    public Task AnswerAsync(object answer, string sentence) => WantsJson ? WriteJsonAsync(answer) : WriteAsync(sentence);
}
