using Regent.Core.Targets;

namespace Regent.Targets;

/// <summary>Does several things at once, and one by one when the target says no because of one of them.</summary>
internal static class Together
{
    /// <param name="items">What is to be done.</param>
    /// <param name="attempt">Does some of it, all or nothing, with an answer for each; throws what the target's client throws.</param>
    /// <param name="setback">Reads what was thrown; null is something that is thrown on.</param>
    /// <param name="failed">What is answered for one thing that failed.</param>
    public static async Task<IReadOnlyList<TAnswer>> RunAsync<TItem, TAnswer>(
        IReadOnlyList<TItem> items,
        Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TAnswer>>> attempt,
        Func<Exception, Setback?> setback,
        Func<TargetAnswer, TAnswer> failed)
    {
        if (items.Count == 0)
        {
            return [];
        }

        var (answers, met) = await TryAsync(items, attempt, setback);
        return met switch
        {
            null => answers,
            { IsOfOne: true } when items.Count > 1 => await OneByOneAsync(items, attempt, setback, failed),
            _ => [.. Enumerable.Repeat(failed(met.Answer), items.Count)],
        };
    }

    private static async Task<IReadOnlyList<TAnswer>> OneByOneAsync<TItem, TAnswer>(
        IReadOnlyList<TItem> items,
        Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TAnswer>>> attempt,
        Func<Exception, Setback?> setback,
        Func<TargetAnswer, TAnswer> failed)
    {
        var answers = new List<TAnswer>();
        foreach (var item in items)
        {
            var (own, met) = await TryAsync([item], attempt, setback);
            if (met is { IsOfOne: false })
            {
                answers.AddRange(Enumerable.Repeat(failed(met.Answer), items.Count - answers.Count));
                break;
            }

            answers.AddRange(met is null ? own : [failed(met.Answer)]);
        }

        return answers;
    }

    private static async Task<(IReadOnlyList<TAnswer> Answers, Setback? Setback)> TryAsync<TItem, TAnswer>(
        IReadOnlyList<TItem> items, Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TAnswer>>> attempt, Func<Exception, Setback?> setback)
    {
        Setback? met = null;
        try
        {
            return (await attempt(items), null);
        }
        catch (Exception error) when ((met = setback(error)) is not null)
        {
            return ([], met);
        }
    }
}
