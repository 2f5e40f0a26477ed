using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Regent.Core.Targets;

namespace Regent.Targets.Azure;

/// <summary>Azure Resource Manager, through the pipeline of its official client.</summary>
internal sealed class AzureArm
{
    private const string Provider = "providers/Microsoft.Authorization";

    private readonly TenantLink link;
    private readonly string address;
    private readonly HttpPipeline pipeline;

    public AzureArm(TenantLink link, string address)
    {
        (this.link, this.address) = (link, address);
        var options = new ArmOptions { Transport = new HttpClientTransport(link.Http) };
        options.Retry.MaxRetries = 0;
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsTelemetryEnabled = false;
        pipeline = HttpPipelineBuilder.Build(
            options, new AzureSignIn(link.Credential, TenantOptions.ScopeOf(address, "https://management.azure.com")));
    }

    /// <summary>Calls something that belongs to a scope.</summary>
    /// <param name="method">What is done.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="rest">What of it, each part escaped.</param>
    /// <param name="version">Its version of the API.</param>
    /// <param name="body">With what; null is nothing.</param>
    /// <param name="ct">Gives up.</param>
    public Task<TenantReply<JsonElement>> SendAsync(
        RequestMethod method, string scope, string rest, string version, object? body, CancellationToken ct) =>
        SendAsync(method, AddressOf(scope, rest, version, filter: null), body, ct);

    /// <summary>Reads a list of a scope to its end.</summary>
    public async Task<TenantReply<IReadOnlyList<JsonElement>>> ListAsync(string scope, string rest, string version, string filter, CancellationToken ct)
    {
        var (found, pages) = (new List<JsonElement>(), new TenantPages(address));
        var reply = await SendAsync(RequestMethod.Get, AddressOf(scope, rest, version, filter), body: null, ct);
        while (reply.Trouble is null && reply.Value.Member("value") is { ValueKind: JsonValueKind.Array } items)
        {
            found.AddRange(items.EnumerateArray());
            if (reply.Value.Text("nextLink") is not { Length: > 0 } following)
            {
                return TenantReply<IReadOnlyList<JsonElement>>.Of(found);
            }

            if (pages.Problem(following) is { } why)
            {
                return TenantReply<IReadOnlyList<JsonElement>>.Failed(why);
            }

            reply = await SendAsync(RequestMethod.Get, following, body: null, ct);
        }

        // A list that breaks off is no list: what is missing from it would count as gone.
        return reply.Trouble is null
            ? TenantReply<IReadOnlyList<JsonElement>>.Failed(TargetAnswer.Refused($"A page of the list of {rest} came without what should be in it."))
            : reply.As<IReadOnlyList<JsonElement>>();
    }

    private Task<TenantReply<JsonElement>> SendAsync(RequestMethod method, string url, object? body, CancellationToken ct) => link.TryAsync(
        async token =>
        {
            using var message = pipeline.CreateMessage();
            message.Request.Method = method;
            message.Request.Uri.Reset(new Uri(url));
            message.Request.Headers.Add(HttpHeader.Common.JsonAccept);
            if (body is not null)
            {
                message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
                message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(body, JsonSerializerOptions.Web));
            }

            await pipeline.SendAsync(message, token);
            return ReplyOf(message.Response.Status, message.Response.Content.ToMemory());
        },
        ct);

    private static TenantReply<JsonElement> ReplyOf(int status, ReadOnlyMemory<byte> body)
    {
        if (status is >= 200 and < 300)
        {
            return TenantReply<JsonElement>.Of(body.IsEmpty ? default : JsonElement.Parse(body.Span));
        }

        var (code, message) = TenantError.Read(body);
        return TenantTrouble.Said<JsonElement>(status, code, message);
    }

    private string AddressOf(string scope, string rest, string version, string? filter)
    {
        var path = string.Join('/', scope.Split('/').Select(Uri.EscapeDataString));
        return $"{address}{path}/{Provider}/{rest}?api-version={version}{(filter is null ? "" : $"&$filter={Uri.EscapeDataString(filter)}")}";
    }

    private sealed class ArmOptions : ClientOptions;
}
