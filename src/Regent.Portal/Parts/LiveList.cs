using Regent.Core;
using Regent.Operations.Ports;

namespace Regent.Portal.Parts;

/// <summary>A long list that is shown stretch by stretch and kept up to date.</summary>
/// <typeparam name="TRow">What a row shows.</typeparam>
public abstract class LiveList<TRow> : Live<Outcome<Page<TRow>>>
{
    private const int Stretch = 50;

    private object? listedFor;

    /// <summary>The rows so far; null until the first stretch is there or when the reader may not see them.</summary>
    protected IReadOnlyList<TRow>? Rows => Found?.Items;

    /// <summary>Whether there are more.</summary>
    protected bool HasMore => Found?.Next is not null;

    /// <summary>Why the reader may not see the list; empty when they may.</summary>
    protected IReadOnlyList<Refusal> Reasons => Model?.Reasons() ?? [];

    private Page<TRow>? Found => (Model as Outcome<Page<TRow>>.Done)?.Value;

    /// <summary>Asks the operation for one stretch.</summary>
    protected abstract Task<Outcome<Page<TRow>>> PageAsync(PageAsk page, CancellationToken ct);

    // The same list again keeps its length; another list begins with its first stretch.
    protected override Task<Outcome<Page<TRow>>> LoadAsync(CancellationToken ct)
    {
        var size = Equals(listedFor, State) ? Math.Max(Stretch, Rows?.Count ?? 0) : Stretch;
        listedFor = State;

        return PageAsync(new PageAsk(size), ct);
    }

    /// <summary>Shows the next stretch below the rows so far.</summary>
    protected async Task MoreAsync()
    {
        var before = Found;
        if (before?.Next is { } after && await PageAsync(new PageAsk(Stretch, after), CancellationToken.None) is var answer
            && ReferenceEquals(before, Found))
        {
            Show(answer is Outcome<Page<TRow>>.Done { Value: var next } ? new Page<TRow>([.. before.Items, .. next.Items], next.Next) : answer);
        }
    }
}
