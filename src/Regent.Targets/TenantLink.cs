using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Regent.Core.Targets;

namespace Regent.Targets;

/// <summary>The way to a tenant: connections, tokens, and answers in place of errors. Nothing but the caller's own end is thrown.</summary>
internal sealed class TenantLink : IDisposable
{
    /// <summary>How many calls are made at a time.</summary>
    private const int AtATime = 4;

    private static readonly string[] Known = ["login.microsoftonline.com", "login.microsoftonline.us", "login.partner.microsoftonline.cn"];

    /// <param name="options">The tenant.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="way">The way there; null is by connections of its own.</param>
    public TenantLink(TenantOptions options, TimeProvider clock, HttpMessageHandler? way = null)
    {
        (Options, Clock, Patience) = (options, clock, new Patience(clock));
        Http = TargetHttp.Client(way ?? TargetHttp.Handler(options.Authorities, options.Timeout), options.Timeout, Patience, clock);
        Credential = new TenantCredential(() => CredentialOf(options), clock);
    }

    public TenantOptions Options { get; }

    public TimeProvider Clock { get; }

    public HttpClient Http { get; }

    /// <summary>Which of the tenant's servers are to be left alone.</summary>
    public Patience Patience { get; }

    public TenantCredential Credential { get; }

    public void Dispose() => Http.Dispose();

    /// <summary>Makes one call; where its token is refused, once more with a new one.</summary>
    public async Task<TenantReply<T>> TryAsync<T>(Func<CancellationToken, Task<TenantReply<T>>> call, CancellationToken ct)
    {
        var used = Credential.Current;
        var reply = await TryOnceAsync(call, ct);
        return reply.Status == 401 && Credential.Drop(used) ? await TryOnceAsync(call, ct) : reply;
    }

    /// <summary>Makes a call for each, some at a time; once the way is lost, the others are not tried.</summary>
    public static async Task<IReadOnlyList<TenantReply<TOut>>> EachAsync<TIn, TOut>(
        IReadOnlyList<TIn> items, Func<TIn, CancellationToken, Task<TenantReply<TOut>>> call, CancellationToken ct)
    {
        var replies = new TenantReply<TOut>[items.Count];
        TargetAnswer? gone = null;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, items.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = ct },
            async (index, _) =>
            {
                replies[index] = gone is { } why ? TenantReply<TOut>.Failed(why) : await call(items[index], ct);
                gone ??= replies[index].IsLost ? replies[index].Trouble : null;
            });
        return replies;
    }

    // Gives up at the time-out.
    private async Task<TenantReply<T>> TryOnceAsync<T>(Func<CancellationToken, Task<TenantReply<T>>> call, CancellationToken ct)
    {
        using var inTime = new CancellationTokenSource(Options.Timeout, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, inTime.Token);
        try
        {
            return Clean(await call(either.Token));
        }
        catch (Exception error) when (inTime.IsCancellationRequested && !ct.IsCancellationRequested && error is not OutOfMemoryException)
        {
            return TenantReply<T>.Failed(TargetAnswer.Unreachable($"No answer within {Options.Timeout.TotalSeconds:0} seconds."));
        }
        catch (Exception error) when (!ct.IsCancellationRequested && TenantTrouble.Of<T>(error) is not null)
        {
            return Clean(TenantTrouble.Of<T>(error)!);
        }
    }

    private TokenCredential CredentialOf(TenantOptions options) => options.Certificate is { } certificate
        ? new ClientCertificateCredential(options.Tenant, options.ClientId, certificate, For(new ClientCertificateCredentialOptions
        {
            DisableInstanceDiscovery = !Known.Contains(options.Authority.Host),
        }))
        : new ClientSecretCredential(options.Tenant, options.ClientId, options.Secret, For(new ClientSecretCredentialOptions
        {
            DisableInstanceDiscovery = !Known.Contains(options.Authority.Host),
        }));

    // Waiting is the business of the connection below.
    private T For<T>(T options)
        where T : TokenCredentialOptions
    {
        options.AuthorityHost = Options.Authority;
        options.Transport = new HttpClientTransport(Http);
        options.Retry.MaxRetries = 0;
        return options;
    }

    private TenantReply<T> Clean<T>(TenantReply<T> reply) =>
        reply.Trouble is { Words: { } words } trouble && Options.Secret is { Length: > 0 } secret && words.Contains(secret, StringComparison.Ordinal)
            ? reply with { Trouble = trouble with { Words = words.Replace(secret, "…", StringComparison.Ordinal) } }
            : reply;
}
