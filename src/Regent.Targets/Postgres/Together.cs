using Regent.Core.Targets;

namespace Regent.Targets.Postgres;

/// <summary>Does several things at once, and one by one when the server says no to one of them.</summary>
internal static class Together
{
    /// <param name="items">What is to be done.</param>
    /// <param name="attempt">Does some of it, all or nothing, with an answer for each; throws what the server throws.</param>
    /// <param name="failed">What is answered for one thing that failed.</param>
    /// <param name="ct">The caller's wish to stop, which is thrown.</param>
    public static async Task<IReadOnlyList<TAnswer>> RunAsync<TItem, TAnswer>(
        IReadOnlyList<TItem> items,
        Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TAnswer>>> attempt,
        Func<TargetAnswer, TAnswer> failed,
        CancellationToken ct)
    {
        if (items.Count == 0)
        {
            return [];
        }

        try
        {
            return await attempt(items);
        }
        catch (Exception error) when (items.Count > 1 && PostgresErrors.IsAnswer(error, ct) && PostgresErrors.IsOfOneRole(error))
        {
            return await OneByOneAsync(items, attempt, failed, ct);
        }
        catch (Exception error) when (PostgresErrors.IsAnswer(error, ct))
        {
            return [.. Enumerable.Repeat(failed(PostgresErrors.Answer(error)), items.Count)];
        }
    }

    private static async Task<IReadOnlyList<TAnswer>> OneByOneAsync<TItem, TAnswer>(
        IReadOnlyList<TItem> items,
        Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TAnswer>>> attempt,
        Func<TargetAnswer, TAnswer> failed,
        CancellationToken ct)
    {
        var answers = new List<TAnswer>();
        foreach (var item in items)
        {
            try
            {
                answers.AddRange(await attempt([item]));
            }
            catch (Exception error) when (PostgresErrors.IsAnswer(error, ct))
            {
                var answer = failed(PostgresErrors.Answer(error));
                if (PostgresErrors.IsOfOneRole(error))
                {
                    answers.Add(answer);
                    continue;
                }

                answers.AddRange(Enumerable.Repeat(answer, items.Count - answers.Count));
                break;
            }
        }

        return answers;
    }
}
