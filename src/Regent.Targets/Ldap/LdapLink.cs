using System.DirectoryServices.Protocols;
using Regent.Core.Targets;

namespace Regent.Targets.Ldap;

/// <summary>The way to a directory: to whichever of its servers answers, and again after the connection was lost.</summary>
internal sealed class LdapLink(LdapTargetOptions options) : IDisposable
{
    private const string ExpiringLinks = "CN=Privileged Access Management Feature,";

    private LdapSession? session;
    private bool? endsMemberships;
    private int preferred;

    /// <summary>Connects, and finds out whether memberships can have an end there, where that is wanted.</summary>
    public async Task<bool> EndsMembershipsAsync(CancellationToken ct)
    {
        _ = session ?? await ConnectAsync(ct);
        return options.EndsByItself && (endsMemberships ??= await ReadFeatureAsync(ct));
    }

    /// <summary>Connects where there is no connection, and says with which server it is.</summary>
    public async Task<string> ServerAsync(CancellationToken ct) => (session ?? await ConnectAsync(ct)).Server;

    /// <summary>Sends a request; after a lost connection once more, on a new one.</summary>
    public async Task<DirectoryResponse> SendAsync(DirectoryRequest request, CancellationToken ct)
    {
        if (session is { } known)
        {
            try
            {
                return await SendAsync(known, request, ct);
            }
            catch (LdapTrouble trouble) when (trouble.Answer.Result == TargetResult.Unreachable && !known.IsSlow)
            {
                // Servers close connections that were idle for a while.
            }
        }

        return await SendAsync(await ConnectAsync(ct), request, ct);
    }

    /// <summary>All entries below a place that match, page by page.</summary>
    public async Task<IReadOnlyList<SearchResultEntry>> SearchAsync(
        string place, string filter, IReadOnlyList<string> attributes, CancellationToken ct)
    {
        var page = new PageResultRequestControl(options.PageSize);
        var request = new SearchRequest(place, filter, SearchScope.Subtree, [.. attributes]);
        request.Controls.Add(page);
        var entries = new List<SearchResultEntry>();
        var response = Found(await SendAsync(request, ct), place);
        while (true)
        {
            entries.AddRange(response.Entries.Cast<SearchResultEntry>());
            page.Cookie = response.Controls.OfType<PageResultResponseControl>().FirstOrDefault()?.Cookie ?? [];
            if (page.Cookie.Length == 0)
            {
                return entries;
            }

            // The next page is known to this connection only.
            response = Found(await SendAsync(session!, request, ct), place);
        }
    }

    /// <summary>One entry by its name, if it matches; with the server's answer where there is none.</summary>
    public async Task<(SearchResultEntry? Entry, DirectoryResponse Answer)> ReadAsync(
        string name, string filter, IReadOnlyList<string> attributes, CancellationToken ct)
    {
        var answer = await SendAsync(new SearchRequest(name, filter, SearchScope.Base, [.. attributes]), ct);
        var entries = ((SearchResponse)answer).Entries;
        return (entries.Count > 0 ? entries[0] : null, answer);
    }

    public void Dispose() => Drop();

    private static SearchResponse Found(DirectoryResponse response, string place) => response.ResultCode == ResultCode.Success
        ? (SearchResponse)response
        : throw new LdapTrouble(LdapAnswers.To(response, $"Nothing can be found below {place}"));

    private async Task<DirectoryResponse> SendAsync(LdapSession used, DirectoryRequest request, CancellationToken ct)
    {
        try
        {
            return await used.SendAsync(request, ct);
        }
        catch
        {
            // Whatever became of it, nobody may hear the answer to this request to another one.
            preferred += used.IsSlow ? 1 : 0;
            Drop();
            throw;
        }
    }

    private async Task<LdapSession> ConnectAsync(CancellationToken ct)
    {
        Drop();
        var troubles = new List<string>();
        for (var tried = 0; tried < options.Servers.Count; tried++)
        {
            try
            {
                session = await LdapSession.OpenAsync(options.Servers[preferred % options.Servers.Count], options, ct);
                return session;
            }
            catch (LdapTrouble trouble) when (trouble.Answer.Result == TargetResult.Unreachable)
            {
                troubles.Add(trouble.Message);
                preferred = (preferred + 1) % options.Servers.Count;
            }
        }

        throw new LdapTrouble(TargetAnswer.Unreachable(string.Join(" ", troubles)));
    }

    private async Task<bool> ReadFeatureAsync(CancellationToken ct)
    {
        var (root, _) = await ReadAsync("", "(objectClass=*)", ["configurationNamingContext"], ct);
        if (root?.Text("configurationNamingContext") is not { } configuration)
        {
            return false;
        }

        var (forest, _) = await ReadAsync($"CN=Partitions,{configuration}", "(objectClass=*)", ["msDS-EnabledFeature"], ct);
        var enabled = forest?.Texts("msDS-EnabledFeature") ?? [];
        return enabled.Any(feature => feature.StartsWith(ExpiringLinks, StringComparison.OrdinalIgnoreCase));
    }

    private void Drop()
    {
        session?.Dispose();
        session = null;
        endsMemberships = null;
    }
}
