using Microsoft.Graph.Models;
using Regent.Core.Targets;

namespace Regent.Targets;

/// <summary>Finds people of a tenant by what they are called, several in one call. An object id is its own answer, whoever it is.</summary>
internal sealed class TenantPeople(TenantGraph graph, bool accountsAreIds)
{
    private const string ByName = "userPrincipalName";
    private const string ById = "id";

    /// <summary>The most values Microsoft Graph takes in one list.</summary>
    private const int MostAtOnce = 15;

    private const int LongestName = 256;

    // Not every end takes lists of names.
    private bool takesNoLists;

    /// <summary>Who has each account, by the account.</summary>
    public async Task<IReadOnlyDictionary<string, TenantPerson>> FindAsync(IEnumerable<string> accounts, CancellationToken ct)
    {
        var found = accounts.Distinct(StringComparer.OrdinalIgnoreCase).ToDictionary(account => account, OrId, StringComparer.OrdinalIgnoreCase);
        string[] asked = [.. found.Where(one => one.Value == TenantPerson.Nobody && !accountsAreIds && MayBeName(one.Key)).Select(one => one.Key)];
        foreach (var (name, person) in await LookAsync(ByName, asked, ct))
        {
            found[name] = person;
        }

        return found;
    }

    /// <summary>What people are called as accounts, by their ids; who is no user, or not there any more, is called by the id.</summary>
    public async Task<TenantReply<IReadOnlyDictionary<string, string>>> NamesAsync(IEnumerable<string> ids, CancellationToken ct)
    {
        string[] all = [.. ids.Distinct(StringComparer.OrdinalIgnoreCase)];
        var found = accountsAreIds ? [] : await LookAsync(ById, all, ct);
        return found.Values.Select(person => person.Trouble).FirstOrDefault(trouble => trouble is not null) is { } why
            ? TenantReply<IReadOnlyDictionary<string, string>>.Failed(why)
            : TenantReply<IReadOnlyDictionary<string, string>>.Of(all.ToDictionary(
                id => id, id => found.GetValueOrDefault(id)?.Name ?? id, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Whether the users can be read.</summary>
    public async Task<TargetAnswer?> TryAsync(CancellationToken ct) => accountsAreIds ? null : (await ReadAsync(ById, [Guid.Empty.ToString()], ct)).Trouble;

    private static TenantPerson OrId(string account) =>
        Guid.TryParseExact(account, "D", out var id) ? new TenantPerson(id.ToString(), Name: null, Trouble: null) : TenantPerson.Nobody;

    private static bool MayBeName(string account) =>
        account.Length <= LongestName && account.Contains('@', StringComparison.Ordinal) && !account.Any(char.IsControl);

    private async Task<Dictionary<string, TenantPerson>> LookAsync(string by, IReadOnlyList<string> values, CancellationToken ct)
    {
        var found = new Dictionary<string, TenantPerson>(StringComparer.OrdinalIgnoreCase);
        var chunks = values.Chunk(takesNoLists ? 1 : MostAtOnce).ToList();
        var replies = await TenantLink.EachAsync(chunks, (chunk, token) => ReadAsync(by, chunk, token), ct);
        foreach (var (chunk, reply) in chunks.Zip(replies))
        {
            Put(found, by, chunk, reply);
            takesNoLists |= chunk.Length > 1 && reply.Has("Request_UnsupportedQuery");
        }

        // One odd value may have a whole list refused.
        string[] again = [.. chunks.Zip(replies).Where(pair => pair is { First.Length: > 1, Second: { Trouble: not null, IsLost: false, IsForbidden: false } })
            .SelectMany(pair => pair.First)];
        foreach (var (value, reply) in again.Zip(await TenantLink.EachAsync(again, (value, token) => ReadAsync(by, [value], token), ct)))
        {
            Put(found, by, [value], reply);
        }

        return found;
    }

    private static void Put(Dictionary<string, TenantPerson> found, string by, string[] asked, TenantReply<IReadOnlyList<User>> reply)
    {
        foreach (var value in asked)
        {
            found[value] = new TenantPerson(Id: null, Name: null, reply.Trouble);
        }

        foreach (var user in reply.Value ?? [])
        {
            if ((by == ById ? user.Id : user.UserPrincipalName) is { } value)
            {
                found[value] = new TenantPerson(user.Id, user.UserPrincipalName, Trouble: null);
            }
        }
    }

    private Task<TenantReply<IReadOnlyList<User>>> ReadAsync(string by, string[] values, CancellationToken ct)
    {
        string[] quoted = [.. values.Select(value => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'")];
        return graph.ListAsync<UserCollectionResponse, User>(
            (client, token) => client.Users.GetAsync(
                call =>
                {
                    call.QueryParameters.Filter = quoted is [var only] ? $"{by} eq {only}" : $"{by} in ({string.Join(',', quoted)})";
                    call.QueryParameters.Select = [ById, ByName];
                },
                token),
            (client, next, token) => client.Users.WithUrl(next).GetAsync(cancellationToken: token),
            page => (page.Value, page.OdataNextLink),
            ct);
    }
}
