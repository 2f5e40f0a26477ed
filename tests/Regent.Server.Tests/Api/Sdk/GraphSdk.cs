using Microsoft.Graph;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions.Authentication;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Sdk;

/// <summary>The official client library as it comes, pointed at a server.</summary>
internal static class GraphSdk
{
    /// <summary>The client of somebody of the sample.</summary>
    public static async Task<GraphServiceClient> GraphAsync(this SampleServer server, string name, string version = "v1.0")
    {
        var http = await server.ApiAsync(name);
        var token = http.DefaultRequestHeaders.Authorization!.Parameter!;
        http.DefaultRequestHeaders.Authorization = null;
        return new GraphServiceClient(http, new BaseBearerTokenAuthenticationProvider(new Given(token)), $"{server.Address}/{version}");
    }

    /// <summary>The code of the error that the library understood the answer as.</summary>
    public static async Task<string?> CodeAsync(Func<Task> act) => (await Assert.ThrowsAsync<ODataError>(act)).Error?.Code;

    private sealed class Given(string token) : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public Task<string> GetAuthorizationTokenAsync(
            Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(token);
    }
}
