using System.Text.Json;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Scim;

/// <summary>Tells what the members of groups are called: as accounts where they are users, by their ids where that cannot be told.</summary>
internal sealed class ScimMembers(ScimClient client, string usersBy)
{
    private const string ById = "id:";
    private const int FewEnoughToAskEach = 20;

    private readonly ScimPages pages = new(client);

    /// <summary>What an account means that is no user's name, but may be what a member without a name was reported as.</summary>
    public static ScimName OrById(string account, ScimName found) =>
        found == ScimName.Unknown && account.StartsWith(ById, StringComparison.Ordinal) && account.Length > ById.Length
            ? new ScimName(account[ById.Length..], Trouble: null)
            : found;

    public async Task<TargetList> NameAsync(
        IReadOnlyList<(string Entitlement, ScimGroup Group)> groups, IReadOnlyList<string> unknown, CancellationToken ct)
    {
        var ids = groups.SelectMany(one => one.Group.Members).ToHashSet(StringComparer.Ordinal);
        var (names, trouble) = ids.Count <= FewEnoughToAskEach ? await NamesOfEachAsync(ids, ct) : await NamesOfAllAsync(ct);
        return trouble is null
            ? new TargetList([.. groups.SelectMany(one => one.Group.Members.Select(
                id => new Holding(names.GetValueOrDefault(id, ById + id), one.Entitlement)))], unknown, Trouble: null)
            : TargetList.Failed(trouble);
    }

    private async Task<(Dictionary<string, string> Names, TargetAnswer? Trouble)> NamesOfEachAsync(IEnumerable<string> ids, CancellationToken ct)
    {
        var users = new List<JsonElement>();
        foreach (var id in ids)
        {
            var reply = await client.GetAsync($"Users/{Uri.EscapeDataString(id)}?attributes=id,{usersBy}", ct);
            if (reply.Trouble is { } trouble && !reply.IsMissing)
            {
                return ([], trouble);
            }

            if (!reply.IsMissing && !string.Equals(reply.Body.Text("id"), id, StringComparison.OrdinalIgnoreCase))
            {
                return ([], TargetAnswer.Refused("The answer is not the user who was asked for."));
            }

            users.Add(reply.IsMissing ? default : reply.Body);
        }

        return (NamesOf(users), null);
    }

    private async Task<(Dictionary<string, string> Names, TargetAnswer? Trouble)> NamesOfAllAsync(CancellationToken ct)
    {
        var (users, failure) = await pages.ReadAsync("Users", $"id,{usersBy}", filter: null, ct);
        return (NamesOf(users), failure?.Trouble);
    }

    private Dictionary<string, string> NamesOf(IEnumerable<JsonElement> users)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var user in users)
        {
            if (user.Text("id") is { } id && user.Names(usersBy).FirstOrDefault() is { Length: > 0 } name)
            {
                names[id] = name;
            }
        }

        return names;
    }
}
