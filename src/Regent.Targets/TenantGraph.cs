using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Regent.Core.Targets;

namespace Regent.Targets;

/// <summary>Microsoft Graph of a tenant, through its official client.</summary>
internal sealed class TenantGraph : IDisposable
{
    private readonly TenantLink link;
    private readonly GraphServiceClient client;

    public TenantGraph(TenantLink link)
    {
        this.link = link;
        var signIn = new AzureIdentityAuthenticationProvider(
            link.Credential, allowedHosts: [new Uri(link.Options.Graph).Host], isCaeEnabled: true,
            scopes: [TenantOptions.ScopeOf(link.Options.Graph, "https://graph.microsoft.com")]);
        client = new GraphServiceClient(link.Http, signIn, $"{link.Options.Graph}/v1.0");
    }

    /// <summary>Where it is.</summary>
    public Uri Address => new(link.Options.Graph);

    public void Dispose() => client.Dispose();

    /// <summary>Makes one call.</summary>
    public Task<TenantReply<T>> TryAsync<T>(Func<GraphServiceClient, CancellationToken, Task<T>> call, CancellationToken ct) =>
        link.TryAsync(async token => TenantReply<T>.Of(await call(client, token)), ct);

    /// <summary>Reads a list to its end.</summary>
    /// <param name="first">Gets its first page.</param>
    /// <param name="next">Gets the page at an address.</param>
    /// <param name="items">The items of a page, and the address of what follows; null at the end.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<TenantReply<IReadOnlyList<TItem>>> ListAsync<TPage, TItem>(
        Func<GraphServiceClient, CancellationToken, Task<TPage?>> first,
        Func<GraphServiceClient, string, CancellationToken, Task<TPage?>> next,
        Func<TPage, (IReadOnlyList<TItem>? Items, string? Following)> items,
        CancellationToken ct)
        where TPage : class
    {
        var (all, pages) = (new List<TItem>(), new TenantPages(link.Options.Graph));
        var reply = await TryAsync(first, ct);
        while (reply is { Trouble: null, Value: { } page } && items(page) is ({ } found, var following))
        {
            all.AddRange(found);
            if (string.IsNullOrEmpty(following))
            {
                return TenantReply<IReadOnlyList<TItem>>.Of(all);
            }

            if (pages.Problem(following) is { } why)
            {
                return TenantReply<IReadOnlyList<TItem>>.Failed(why);
            }

            reply = await TryAsync((graph, token) => next(graph, following, token), ct);
        }

        // A list that breaks off is no list: what is missing from it would count as gone.
        return reply.Trouble is null
            ? TenantReply<IReadOnlyList<TItem>>.Failed(TargetAnswer.Refused("A page of the list came without what should be in it."))
            : reply.As<IReadOnlyList<TItem>>();
    }
}
