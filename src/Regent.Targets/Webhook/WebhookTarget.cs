using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Webhook;

/// <summary>A system that is told by signed calls, and answers for each account where it can.</summary>
internal sealed class WebhookTarget(WebhookTargetOptions options, TargetId id, TimeProvider clock) : ITarget
{
    private static readonly TargetAnswer CannotBeSeen =
        TargetAnswer.Refused("This webhook only takes notifications. What is there cannot be seen.");

    private readonly WebhookCaller caller = new(options, id, clock);

    public async Task<IReadOnlyList<TargetFinding>> CheckAsync(CancellationToken ct)
    {
        try
        {
            var reply = await caller.SendAsync(WebhookEvent.Check, new WebhookData(), ct);
            return [new TargetFinding(IsGood: true, $"{options} took a signed call."), .. WebhookAnswers.Findings(reply)];
        }
        catch (Exception error) when (WebhookCaller.Setback(error, ct) is not null)
        {
            return [new TargetFinding(IsGood: false, $"{options}: {WebhookCaller.Setback(error, ct)?.Answer.Words}")];
        }
    }

    public Task<IReadOnlyList<TargetAnswer>> GrantAsync(IReadOnlyList<TargetGrant> grants, CancellationToken ct) => EachAsync(
        grants,
        grant => new WebhookHolding(grant.Holding.Account, grant.Holding.Entitlement, grant.Until),
        WebhookEvent.Grant,
        nameless: TargetAnswer.Refused("The name is not a text."),
        WebhookAnswers.Changes,
        answer => answer,
        ct);

    public Task<IReadOnlyList<TargetAnswer>> RevokeAsync(IReadOnlyList<Holding> holdings, CancellationToken ct) => EachAsync(
        holdings, Wire, WebhookEvent.Revoke, nameless: TargetAnswer.Done, WebhookAnswers.Changes, answer => answer, ct);

    public async Task<IReadOnlyList<Observation>> ObserveAsync(IReadOnlyList<Holding> holdings, CancellationToken ct) =>
        options.OnlyNotified
            ? [.. holdings.Select(_ => Observation.Blind)]
            : await EachAsync(
                holdings, Wire, WebhookEvent.Observe, nameless: Observation.Absent, WebhookAnswers.Observations, Observation.Unseen, ct);

    public async Task<TargetList> ListAsync(IReadOnlyCollection<string> entitlements, CancellationToken ct)
    {
        if (options.OnlyNotified)
        {
            return TargetList.Failed(CannotBeSeen);
        }

        try
        {
            var asked = entitlements.Where(WebhookAnswers.IsText).ToArray();
            var reply = asked is [] ? new WebhookReply { Holdings = [] } : await caller.SendAsync(WebhookEvent.List, new WebhookData { Entitlements = asked }, ct);
            return WebhookAnswers.List(reply, entitlements);
        }
        catch (Exception error) when (WebhookCaller.Setback(error, ct) is not null)
        {
            return TargetList.Failed(WebhookCaller.Setback(error, ct)!.Answer);
        }
    }

    public ValueTask DisposeAsync()
    {
        caller.Dispose();
        return ValueTask.CompletedTask;
    }

    private static WebhookHolding Wire(Holding holding) => new(holding.Account, holding.Entitlement);

    // What is no text cannot be sent, and would arrive as another name.
    private async Task<IReadOnlyList<TAnswer>> EachAsync<TItem, TAnswer>(
        IReadOnlyList<TItem> items,
        Func<TItem, WebhookHolding> wire,
        string type,
        TAnswer nameless,
        Func<WebhookReply?, int, IReadOnlyList<TAnswer>> read,
        Func<TargetAnswer, TAnswer> failed,
        CancellationToken ct)
    {
        var sent = items.Select(wire).Select(one => WebhookAnswers.IsText(one.Account) && WebhookAnswers.IsText(one.Entitlement) ? one : null).ToArray();
        var answers = await Together.RunAsync(
            sent.OfType<WebhookHolding>().ToArray(),
            async some =>
            {
                var reply = await caller.SendAsync(type, new WebhookData { Holdings = some }, ct);
                return options.OnlyNotified ? [.. some.Select(_ => failed(TargetAnswer.Done))] : read(reply, some.Count);
            },
            error => WebhookCaller.Setback(error, ct),
            failed);
        using var next = answers.GetEnumerator();
        return [.. sent.Select(one => one is not null && next.MoveNext() ? next.Current : nameless)];
    }
}
