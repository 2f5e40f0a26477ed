using System.Text;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Webhook;

/// <summary>Reads what the other end answered. What cannot be read leaves open whether anything was done.</summary>
internal static class WebhookAnswers
{
    private const int MostFindings = 50;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether a name can be sent as it is.</summary>
    public static bool IsText(string? name)
    {
        try
        {
            return name is not null && Strict.GetByteCount(name) > 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    public static IReadOnlyList<TargetAnswer> Changes(WebhookReply? reply, int asked) =>
        [.. Each(reply?.Answers, asked, "answers").Select(Change)];

    public static IReadOnlyList<Observation> Observations(WebhookReply? reply, int asked) =>
        [.. Each(reply?.Observations, asked, "observations").Select(one => one.Held switch
        {
            true => Observation.Held,
            false => Observation.Absent,
            null => Observation.Unseen(TargetAnswer.Refused(one.Words ?? "The other end cannot say whether it is there.")),
        })];

    public static TargetList List(WebhookReply? reply, IReadOnlyCollection<string> asked)
    {
        var holdings = reply?.Holdings ?? throw WebhookCaller.Nonsense("The answer has no holdings.");
        var complete = holdings.All(one => one is { Account.Length: > 0, Entitlement.Length: > 0 });
        var unknown = asked.Where(one => !IsText(one) || (reply.Unknown ?? []).Contains(one));
        return complete
            ? new TargetList(
                [.. holdings.Select(one => new Holding(one!.Account!, one.Entitlement!)).Where(one => asked.Contains(one.Entitlement)).Distinct()],
                [.. unknown.Distinct()],
                Trouble: null)
            : throw WebhookCaller.Nonsense("A holding in the answer has no account or no entitlement.");
    }

    /// <summary>What was found, as much of it as fits on a page.</summary>
    public static IEnumerable<TargetFinding> Findings(WebhookReply? reply) =>
        (reply?.Findings ?? []).OfType<WebhookFinding>().Take(MostFindings).Select(one => new TargetFinding(one.Good, TargetAnswer.Refused(one.Words ?? "").Words!));

    private static T[] Each<T>(IReadOnlyList<T?>? told, int asked, string member)
        where T : class
    {
        var all = (told ?? []).OfType<T>().ToArray();
        return all.Length == asked
            ? all
            : throw WebhookCaller.Nonsense($"The answer has {all.Length} {member}; {asked} were asked for.");
    }

    private static TargetAnswer Change(WebhookAnswer answer)
    {
        var result = answer.Result switch
        {
            "done" => TargetResult.Done,
            "unknownAccount" => TargetResult.UnknownAccount,
            "unknownEntitlement" => TargetResult.UnknownEntitlement,
            "refused" => TargetResult.Refused,
            _ => TargetResult.Unreachable,
        };
        return result switch
        {
            TargetResult.Done => TargetAnswer.Done,
            TargetResult.Unreachable => TargetAnswer.Unreachable($"The result {answer.Result} means nothing here."),
            _ => TargetAnswer.Refused(answer.Words ?? "The other end gave no reason.") with { Result = result },
        };
    }
}
