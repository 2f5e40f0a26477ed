using System.Net;
using System.Text.Json;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Scim;

/// <summary>Tries what Regent needs of an application, and changes nothing: the right to change is tried on a group that is not there.</summary>
internal sealed class ScimCheck(ScimClient client, ScimTargetOptions options)
{
    private const string NoGroup = "00000000-0000-0000-0000-000000000000";

    private readonly List<TargetFinding> findings = [];

    public async Task<IReadOnlyList<TargetFinding>> RunAsync(CancellationToken ct)
    {
        var about = await client.GetAsync("ServiceProviderConfig", ct);
        if (about.Trouble is { Result: TargetResult.Unreachable } unreachable)
        {
            return [new TargetFinding(IsGood: false, $"The application does not answer at {options.Url}: {unreachable.Words}")];
        }

        if (about.Trouble is null)
        {
            Judge(about.Body);
        }

        await ReadAsync("Users", "users", ct);
        await ReadAsync("Groups", "groups", ct);
        await ChangeAsync(ct);
        return findings;
    }

    private void Judge(JsonElement about)
    {
        var (patches, filters) = (IsOff(about, "patch"), IsOff(about, "filter"));
        if (patches && options.Dialect != ScimDialect.Put)
        {
            Add(isGood: false, "The application says that it takes no PATCH; choose put for the changes.");
        }

        if (filters)
        {
            Add(isGood: false, "The application says that it takes no filters; without them nobody is found there.");
        }
    }

    private static bool IsOff(JsonElement about, string name) => about.Attribute(name).Attribute("supported").ValueKind == JsonValueKind.False;

    private async Task ReadAsync(string resource, string name, CancellationToken ct)
    {
        var reply = await client.GetAsync($"{resource}?startIndex=1&count=1&attributes=id", ct);
        Add(reply.Trouble is null, reply.Trouble is { } trouble ? $"The {name} cannot be read: {trouble.Words}" : $"The {name} can be read.");
    }

    private async Task ChangeAsync(CancellationToken ct)
    {
        // A body that would change nothing if there were such a group after all.
        var (method, body) = options.Dialect == ScimDialect.Put
            ? (HttpMethod.Put, "{}")
            : (HttpMethod.Patch, new ScimChange([NoGroup], Adds: false).BodyFor(options.Dialect, new ScimGroup(default, new HashSet<string>(), ETag: null)));
        var reply = await client.SendAsync(method, ScimGroup.PathOf(NoGroup), body, ifMatch: null, ct);
        switch (reply.Status)
        {
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                Add(isGood: false, $"Groups cannot be changed: {reply.Trouble?.Words}. Give this sign-in the right to change members.");
                break;
            case HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented:
                Add(isGood: false, $"The application takes no {method}: {reply.Trouble?.Words}. Choose another way for the changes.");
                break;
            case null or >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests:
                Add(isGood: false, $"Whether groups can be changed could not be tried: {reply.Trouble?.Words}");
                break;
            default:
                Add(isGood: true, "Groups can be changed.");
                break;
        }
    }

    private void Add(bool isGood, string words) => findings.Add(new TargetFinding(isGood, words));
}
