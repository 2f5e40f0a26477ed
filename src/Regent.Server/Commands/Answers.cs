using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Regent.Core;
using Regent.Core.Policies;

namespace Regent.Server.Commands;

/// <summary>How local commands answer: a refusal in words, JSON, and the judgement of an ask in either.</summary>
internal static class Answers
{
    private const int Refused = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Says why not, each reason in its line; the exit code is that of a refusal.</summary>
    public static async Task<int> RefuseAsync<T>(this TextWriter error, Outcome<T> outcome)
    {
        foreach (var reason in outcome is Outcome<T>.Refused(var reasons) ? reasons : throw new UnreachableException())
        {
            await error.WriteLineAsync(TerminalText.Plain(reason.Message));
        }

        return Refused;
    }

    public static Task WriteJsonAsync(this TextWriter output, object answer) => output.WriteLineAsync(JsonSerializer.Serialize(answer, Options));

    /// <summary>One rule's result, as JSON.</summary>
    public static object Json(RuleResult result) => new
    {
        Rule = result.Rule.ToString(),
        result.Passed,
        result.Finding.Explanation,
        result.Finding.Remedy,
        Facts = result.Finding.Facts.Select(fact => new { fact.Name, fact.Value }),
    };

    /// <summary>The verdict in a word, as JSON has it.</summary>
    public static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Allowed => "allowed",
        Verdict.NeedsApproval => "needsApproval",
        Verdict.Refused => "refused",
        _ => throw new UnreachableException(),
    };
}
