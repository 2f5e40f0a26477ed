using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using k8s;
using k8s.Autorest;
using k8s.Models;
using Regent.Core.Targets;

namespace Regent.Targets.Kubernetes;

/// <summary>Calls an API server through the official client. What goes wrong is in the reply.</summary>
internal sealed class KubernetesCluster : IDisposable
{
    private const int PageSize = 500;
    private const int MostPages = 2_000;
    private const string Nonsense = "The answer is not Kubernetes'; does the URL lead to an API server?";

    private readonly k8s.Kubernetes client;
    private readonly KubernetesTargetOptions options;
    private readonly TimeProvider clock;

    public KubernetesCluster(KubernetesTargetOptions options, TimeProvider clock)
    {
        (this.options, this.clock) = (options, clock);
        var configuration = new KubernetesClientConfiguration
        {
            Host = options.Server.ToString(),
            AccessToken = options.Token,
            SslCaCerts = options.Authorities ?? new X509Certificate2Collection(),
            HttpClientTimeout = Timeout.InfiniteTimeSpan,
        };
        client = new k8s.Kubernetes(configuration, new KubernetesWire(options, clock));
    }

    public void Dispose() => client.Dispose();

    /// <summary>Every binding of a namespace, or of the whole cluster.</summary>
    public async Task<KubernetesReply<IReadOnlyList<RoleBound>>> BindingsAsync(string? home, CancellationToken ct)
    {
        var all = new List<RoleBound>();
        string? next = null;
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await CallAsync(stop => PageAsync(home, next, stop), ct);
            if (page.Trouble is not null)
            {
                return new(Value: null, page.Status, page.Trouble);
            }

            all.AddRange(page.Value.Bindings);
            if (string.IsNullOrEmpty(page.Value.Next))
            {
                return new(all, Status: null, Trouble: null);
            }

            next = page.Value.Next;
        }

        return Failed<IReadOnlyList<RoleBound>>(TargetAnswer.Refused("The list of bindings has no end."));
    }

    /// <summary>One binding by its name.</summary>
    public Task<KubernetesReply<RoleBound>> BindingAsync(string? home, string name, CancellationToken ct) => CallAsync(
        async stop => home is null
            ? RoleBound.Of(await client.RbacAuthorizationV1.ReadClusterRoleBindingAsync(name, cancellationToken: stop))
            : RoleBound.Of(await client.RbacAuthorizationV1.ReadNamespacedRoleBindingAsync(name, home, cancellationToken: stop)),
        ct);

    public Task<KubernetesReply<RoleBound>> CreateAsync(RoleGift gift, CancellationToken ct) => CallAsync(
        async stop => gift.Place.Namespace is not { } home
            ? RoleBound.Of(await client.RbacAuthorizationV1.CreateClusterRoleBindingAsync(gift.ToClusterRoleBinding(), cancellationToken: stop))
            : RoleBound.Of(await client.RbacAuthorizationV1.CreateNamespacedRoleBindingAsync(gift.ToRoleBinding(), home, cancellationToken: stop)),
        ct);

    /// <summary>Removes exactly the binding that was seen, not another one that has its name now.</summary>
    public Task<KubernetesReply<V1Status>> DeleteAsync(RoleBound binding, CancellationToken ct)
    {
        var seen = new V1DeleteOptions { ApiVersion = "v1", Kind = "DeleteOptions", Preconditions = new V1Preconditions { Uid = binding.Uid } };
        return CallAsync(
            stop => binding.Place.Namespace is not { } home
                ? client.RbacAuthorizationV1.DeleteClusterRoleBindingAsync(binding.Name, seen, cancellationToken: stop)
                : client.RbacAuthorizationV1.DeleteNamespacedRoleBindingAsync(binding.Name, home, seen, cancellationToken: stop),
            ct);
    }

    /// <summary>Reads a role; missing where there is none.</summary>
    public Task<KubernetesReply<string>> RoleAsync(RolePlace place, CancellationToken ct) => CallAsync(
        async stop => place.Home is { } home
            ? NameOf((await client.RbacAuthorizationV1.ReadNamespacedRoleAsync(place.Name, home, cancellationToken: stop))?.Metadata, place)
            : NameOf((await client.RbacAuthorizationV1.ReadClusterRoleAsync(place.Name, cancellationToken: stop))?.Metadata, place),
        ct);

    /// <summary>Asks the API server whether Regent may do something with bindings.</summary>
    public Task<KubernetesReply<string>> MayAsync(string verb, string resource, string? home, CancellationToken ct)
    {
        var question = new V1SelfSubjectAccessReview
        {
            ApiVersion = "authorization.k8s.io/v1",
            Kind = "SelfSubjectAccessReview",
            Spec = new V1SelfSubjectAccessReviewSpec
            {
                ResourceAttributes = new V1ResourceAttributes
                {
                    Group = "rbac.authorization.k8s.io",
                    Resource = resource,
                    Verb = verb,
                    NamespaceProperty = home,
                },
            },
        };
        return CallAsync(
            async stop => (await client.AuthorizationV1.CreateSelfSubjectAccessReviewAsync(question, cancellationToken: stop))?.Status?.Allowed switch
            {
                true => "yes",
                false => "no",
                null => throw new JsonException(),
            },
            ct);
    }

    private async Task<(IReadOnlyList<RoleBound> Bindings, string? Next)> PageAsync(string? home, string? next, CancellationToken ct)
    {
        if (home is null)
        {
            var cluster = await client.RbacAuthorizationV1.ListClusterRoleBindingAsync(continueParameter: next, limit: PageSize, cancellationToken: ct);
            return (Bound(cluster?.Items, RoleBound.Of), cluster?.Metadata?.ContinueProperty);
        }

        var inside = await client.RbacAuthorizationV1.ListNamespacedRoleBindingAsync(home, continueParameter: next, limit: PageSize, cancellationToken: ct);
        return (Bound(inside?.Items, RoleBound.Of), inside?.Metadata?.ContinueProperty);
    }

    // What lacks what every list and every role has is no answer, whatever its status: it must not read as "nobody" or "yes".
    private static IReadOnlyList<RoleBound> Bound<T>(IEnumerable<T>? items, Func<T, RoleBound> read) =>
        items is null ? throw new JsonException() : [.. items.Select(read)];

    private static string NameOf(V1ObjectMeta? about, RolePlace place) => about?.Name == place.Name ? place.Name : throw new JsonException();

    private async Task<KubernetesReply<T>> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken ct)
    {
        using var inTime = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, inTime.Token);
        try
        {
            return new(await call(either.Token), Status: null, Trouble: null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Failed<T>(TargetAnswer.Unreachable($"No answer within {options.Timeout.TotalSeconds:0} seconds."));
        }
        catch (Exception error) when (TargetHttp.IsLost(error))
        {
            return Failed<T>(TargetAnswer.Unreachable(Clean(TargetHttp.WordsOf(error))));
        }
        catch (HttpOperationException error)
        {
            return Failed<T>(AnswerOf(error), error.Response.StatusCode);
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            return Failed<T>(TargetAnswer.Refused(Nonsense));
        }
    }

    private static KubernetesReply<T> Failed<T>(TargetAnswer why, HttpStatusCode? status = null) => new(default, status, why);

    private TargetAnswer AnswerOf(HttpOperationException error)
    {
        var (status, words) = ((int)error.Response.StatusCode, Clean($"{(int)error.Response.StatusCode} {MessageIn(error.Response.Content)}".TrimEnd()));
        return status switch
        {
            >= 300 and < 400 => TargetAnswer.Refused($"The API server leads elsewhere ({status}), which is not followed."),
            408 or 429 or >= 500 => TargetAnswer.Unreachable(words),
            _ => TargetAnswer.Refused(words),
        };
    }

    private static string MessageIn(string? content)
    {
        try
        {
            return KubernetesJson.Deserialize<V1Status>(content ?? "{}")?.Message ?? "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private string Clean(string words) => words.Replace(options.Token, "…", StringComparison.Ordinal);
}
