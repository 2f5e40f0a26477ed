namespace Regent.Operations.Ports;

/// <summary>Reads a list to its end, stretch after stretch, for whoever looks at every item.</summary>
internal static class WholeList
{
    public static async IAsyncEnumerable<T> ReadAsync<T>(Func<PageAsk, Task<Page<T>>> list)
    {
        for (var after = (string?)null; ;)
        {
            var page = await list(new PageAsk(PageAsk.Largest, after));
            foreach (var item in page.Items)
            {
                yield return item;
            }

            if (page.Next is null)
            {
                yield break;
            }

            after = page.Next;
        }
    }
}
