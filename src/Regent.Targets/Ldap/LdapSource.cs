using System.DirectoryServices.Protocols;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Ldap;

/// <summary>Reads the people and groups of a directory.</summary>
internal sealed class LdapSource(LdapLink link, LdapMembers members, LdapTargetOptions options, LdapSourceOptions source)
{
    private const string Stamp = "modifyTimestamp";
    private const string Anything = "(objectClass=*)";

    // So many that are new are read one by one; more of them are had sooner by reading everything.
    private const int Few = 100;

    private string KeyAttribute => options.IsActiveDirectory ? "objectGUID" : "entryUUID";

    private string[] OfAll => [.. new[] { KeyAttribute, options.IsActiveDirectory ? null : Stamp, options.ReferenceAttribute }.OfType<string>()];

    private string[] OfPeople =>
        [.. OfAll, source.Upn, source.DisplayName, "cn", source.Mail, source.JobTitle, source.Department];

    private string[] OfGroups => [.. OfAll, source.GroupName, options.MemberAttribute];

    public async Task<SourceReading> ReadAsync(SourceAsk ask, CancellationToken ct)
    {
        try
        {
            var (server, mark) = await MarkAsync(ct);
            var since = LdapBookmark.Read(ask.Bookmark) is { } bookmark && bookmark.Server == server ? bookmark : null;
            var reading = since is null ? null : await ReadChangesAsync(since, ask.Known, mark, ct);
            reading ??= await ReadAllAsync(server, mark, ct);
            return (await MarkAsync(ct)).Server == server ? reading
                : reading.IsWhole ? reading with { Bookmark = null }
                : await ReadAllAsync(server: null, mark: null, ct);
        }
        catch (LdapTrouble trouble)
        {
            return new SourceReading { Trouble = trouble.Answer };
        }
    }

    private async Task<SourceReading> ReadAllAsync(string? server, string? mark, CancellationToken ct)
    {
        var people = await PeopleAsync(more: null, OfPeople, ct);
        var groups = await GroupsAsync(more: null, OfGroups, ct);
        return await ReadingAsync(people, groups, people, groups, ct) with
        {
            IsWhole = true,
            Bookmark = server is null ? null : Bookmark(server, mark, before: null, people.Concat(groups)),
        };
    }

    /// <summary>What changed, and who is new, in full; null when so many are new that everything is read sooner.</summary>
    private async Task<SourceReading?> ReadChangesAsync(LdapBookmark since, IReadOnlySet<string> known, string? mark, CancellationToken ct)
    {
        var people = await PeopleAsync(more: null, OfAll, ct);
        var groups = await GroupsAsync(more: null, OfAll, ct);
        var strangers = people.Where(one => !known.Contains(one.Key)).ToList();
        if (strangers.Count > Few)
        {
            return null;
        }

        var changed = since.ChangedSince(options.IsActiveDirectory);
        var changedPeople = await PeopleAsync(changed, OfPeople, ct);
        var read = changedPeople.Select(one => one.Key).ToHashSet();
        foreach (var stranger in strangers.Where(one => !read.Contains(one.Key)))
        {
            var (entry, _) = await link.ReadAsync(stranger.Name, Anything, OfPeople, ct);
            changedPeople.AddRange(entry is null ? [] : [stranger with { Entry = entry }]);
        }

        // Whoever is new may be in a group that did not change by that.
        var isNew = strangers.Count > 0 || groups.Exists(one => !known.Contains(one.Key));
        var changedGroups = await GroupsAsync(isNew ? null : changed, OfGroups, ct);
        return await ReadingAsync(people, groups, changedPeople, changedGroups, ct) with
        {
            Bookmark = Bookmark(since.Server, mark, since.Mark, people.Concat(groups)),
        };
    }

    private async Task<SourceReading> ReadingAsync(
        IReadOnlyList<LdapThere> people, IReadOnlyList<LdapThere> groups, IReadOnlyList<LdapThere> readPeople, IReadOnlyList<LdapThere> readGroups,
        CancellationToken ct)
    {
        var disabled = (await PeopleAsync(source.DisabledFilter, [KeyAttribute], ct)).Select(one => one.Key).ToHashSet();
        var keys = Keys(people, groups);
        var full = new List<SourceGroup>();
        foreach (var group in readGroups)
        {
            full.Add(new SourceGroup(group.Key, group.Entry.Text(source.GroupName) ?? "", [.. (await MembersAsync(group, ct))
                .Where(keys.ContainsKey).Select(member => keys[member])])
            {
                IsRoleAssignable = source.RoleGroups,
            });
        }

        return new SourceReading
        {
            PeopleThere = people.ToDictionary(one => one.Key, one => !disabled.Contains(one.Key)),
            GroupsThere = groups.ToDictionary(one => one.Key, one => one.Name),
            People = [.. readPeople.Select(Person)],
            Groups = full,
        };
    }

    // What stands in groups, by whom it means.
    private Dictionary<string, string> Keys(IReadOnlyList<LdapThere> people, IReadOnlyList<LdapThere> groups)
    {
        var keys = new Dictionary<string, string>(options.Members);
        foreach (var one in people)
        {
            foreach (var reference in options.ReferenceAttribute is { } attribute ? one.Entry.Texts(attribute) : [one.Name])
            {
                keys.TryAdd(reference, one.Key);
            }
        }

        foreach (var group in options.ReferenceAttribute is null ? groups : [])
        {
            keys.TryAdd(group.Name, group.Key);
        }

        return keys;
    }

    private SourcePerson Person(LdapThere one) => new(one.Key)
    {
        UserPrincipalName = one.Entry.Text(source.Upn),
        DisplayName = one.Entry.Text(source.DisplayName) ?? one.Entry.Text("cn"),
        Mail = one.Entry.Text(source.Mail),
        JobTitle = one.Entry.Text(source.JobTitle),
        Department = one.Entry.Text(source.Department),
    };

    // Active Directory gives some of the members of a large group, under a name that says so.
    private async Task<IReadOnlyList<string>> MembersAsync(LdapThere group, CancellationToken ct) =>
        group.Entry.Attributes.AttributeNames.Cast<string>().Any(name => name.Contains(";range=", StringComparison.OrdinalIgnoreCase))
            ? await members.ReadAsync(group.Name, ct) ?? []
            : group.Entry.Texts(options.MemberAttribute);

    private Task<List<LdapThere>> PeopleAsync(string? more, string[] attributes, CancellationToken ct) =>
        SearchAsync(options.PeopleBase, more is null ? source.Filter : LdapFilter.Both(source.Filter, more), attributes, ct);

    private async Task<List<LdapThere>> GroupsAsync(string? more, string[] attributes, CancellationToken ct) =>
        source.GroupsFilter is { } filter && options.GroupsBase is { } place
            ? await SearchAsync(place, more is null ? filter : LdapFilter.Both(filter, more), attributes, ct)
            : [];

    private async Task<List<LdapThere>> SearchAsync(string place, string filter, string[] attributes, CancellationToken ct) =>
        [.. (await link.SearchAsync(place, filter, attributes, ct)).Select(entry => new LdapThere(Key(entry), entry))];

    private string Key(SearchResultEntry entry)
    {
        if (!options.IsActiveDirectory)
        {
            return entry.Text(KeyAttribute) ?? throw Keyless(entry);
        }

        return entry.Attributes[KeyAttribute]?.GetValues(typeof(byte[])) is [byte[] { Length: 16 } bytes, ..] ? new Guid(bytes).ToString() : throw Keyless(entry);
    }

    private LdapTrouble Keyless(SearchResultEntry entry) => new(TargetAnswer.Refused(
        $"{entry.DistinguishedName} has no {KeyAttribute} that {options.BindDn} may read. People are told apart by it, so nobody is taken over."));

    private static string? Bookmark(string server, string? mark, string? before, IEnumerable<LdapThere> there)
    {
        var newest = mark ?? there.Select(one => one.Entry.Text(Stamp)).Append(before).OfType<string>().Max(StringComparer.Ordinal);
        return newest is null ? null : new LdapBookmark(server, newest).ToString();
    }

    /// <summary>Which server answers, and in Active Directory how far its changes go.</summary>
    private async Task<(string Server, string? Mark)> MarkAsync(CancellationToken ct)
    {
        if (!options.IsActiveDirectory)
        {
            return (await link.ServerAsync(ct), null);
        }

        var (root, _) = await link.ReadAsync("", Anything, ["highestCommittedUSN", "dsServiceName"], ct);
        var (service, _) = root?.Text("dsServiceName") is { } name ? await link.ReadAsync(name, Anything, ["invocationId"], ct) : (null, null!);

        // A controller that was put back from a copy counts anew, under another of these ids.
        return service?.Attributes["invocationId"]?.GetValues(typeof(byte[])) is [byte[] { Length: 16 } id, ..] && root?.Text("highestCommittedUSN") is { } mark
            ? (new Guid(id).ToString(), mark)
            : (await link.ServerAsync(ct), null);
    }
}
