using Regent.Core.Targets;

namespace Regent.Targets.Ldap;

/// <summary>Many holdings answered group by group, each by its own answer, whatever happens to the others.</summary>
/// <param name="holdings">What is asked.</param>
/// <param name="unfit">The answer where the entitlement cannot be the name of a group.</param>
/// <param name="troubled">The answer where the directory could not be asked.</param>
internal sealed class LdapBatch<T>(IReadOnlyList<Holding> holdings, Func<string, T> unfit, Func<TargetAnswer, T> troubled)
    where T : class
{
    private readonly T?[] answers = new T?[holdings.Count];

    /// <summary>Finds out who is meant, asks for each group, and answers in the order of the holdings.</summary>
    public async Task<IReadOnlyList<T>> AnswerAsync(
        Func<IEnumerable<string>, Task<IReadOnlyDictionary<string, LdapPerson>>> findAsync,
        Func<string, IReadOnlyList<int>, IReadOnlyDictionary<string, LdapPerson>, Task<IReadOnlyList<T>>> inGroupAsync)
    {
        try
        {
            var who = holdings.Count > 0 ? await findAsync(holdings.Select(holding => holding.Account)) : new Dictionary<string, LdapPerson>();
            foreach (var group in Enumerable.Range(0, holdings.Count).GroupBy(index => holdings[index].Entitlement, LdapNames.Same))
            {
                await AnswerAsync([.. group], group.Key, indexes => inGroupAsync(group.Key, indexes, who));
            }
        }
        catch (LdapTrouble trouble)
        {
            Put(Enumerable.Range(0, holdings.Count), troubled(trouble.Answer));
        }

        return answers!;
    }

    private async Task AnswerAsync(IReadOnlyList<int> indexes, string group, Func<IReadOnlyList<int>, Task<IReadOnlyList<T>>> inGroupAsync)
    {
        if (!LdapNames.IsFit(group))
        {
            Put(indexes, unfit(group));
            return;
        }

        try
        {
            var inGroup = await inGroupAsync(indexes);
            for (var place = 0; place < indexes.Count; place++)
            {
                answers[indexes[place]] = inGroup[place];
            }
        }
        catch (LdapTrouble trouble) when (trouble.Answer.Result == TargetResult.Refused)
        {
            // One group that cannot be read does not hold up the others.
            Put(indexes, troubled(trouble.Answer));
        }
    }

    private void Put(IEnumerable<int> indexes, T answer)
    {
        foreach (var index in indexes)
        {
            answers[index] ??= answer;
        }
    }
}
