using System.Buffers.Binary;
using System.DirectoryServices.Protocols;
using System.Globalization;

namespace Regent.Targets.Ldap;

/// <summary>Finds who accounts are, and what accounts members of groups have.</summary>
internal sealed class LdapPeople(LdapLink link, LdapTargetOptions options)
{
    private const int AtATime = 200;

    private string[] Wanted => [.. new[] { options.AccountAttribute, options.ReferenceAttribute, options.BySid ? "objectSid" : null }.OfType<string>()];

    /// <summary>The members that accounts are: a member, or why it is none. Those who are to be given access must match the people filter.</summary>
    public async Task<IReadOnlyDictionary<string, LdapPerson>> FindAsync(IEnumerable<string> accounts, bool toBeGiven, CancellationToken ct)
    {
        var asked = accounts.Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var people = await FindAsync(asked, options.PeopleFilter, ct);
        if (!toBeGiven && options.PeopleFilter is not null)
        {
            // Who does not match any more is still who holds what was given.
            var others = await FindAsync([.. asked.Where(account => people[account].IsUnknown)], filter: null, ct);
            foreach (var (account, person) in others)
            {
                people[account] = person;
            }
        }

        return people;
    }

    /// <summary>The accounts of members; those that nobody is known for are not there.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AccountsOfAsync(IReadOnlyCollection<string> members, CancellationToken ct)
    {
        var accounts = new Dictionary<string, string>(LdapNames.Same);
        var attribute = options.ReferenceAttribute ?? (options.IsActiveDirectory ? "distinguishedName" : "entryDN");
        foreach (var chunk in members.Chunk(AtATime))
        {
            foreach (var entry in await link.SearchAsync(options.PeopleBase, LdapFilter.IsAnyOf(attribute, chunk), Wanted, ct))
            {
                if (ReferenceOf(entry) is { } member && entry.Texts(options.AccountAttribute) is [var account, ..])
                {
                    accounts[member] = account;
                }
            }
        }

        return accounts;
    }

    private async Task<Dictionary<string, LdapPerson>> FindAsync(IReadOnlyCollection<string> accounts, string? filter, CancellationToken ct)
    {
        var people = accounts.ToDictionary(account => account, LdapPerson.Unknown, StringComparer.OrdinalIgnoreCase);
        foreach (var chunk in accounts.Where(account => !string.IsNullOrWhiteSpace(account)).Chunk(AtATime))
        {
            var query = LdapFilter.Both(LdapFilter.IsAnyOf(options.AccountAttribute, chunk), filter);
            foreach (var entry in await link.SearchAsync(options.PeopleBase, query, Wanted, ct))
            {
                foreach (var account in entry.Texts(options.AccountAttribute).Distinct(StringComparer.OrdinalIgnoreCase).Where(people.ContainsKey))
                {
                    people[account] = people[account].IsUnknown ? PersonOf(account, entry) : LdapPerson.Ambiguous(account);
                }
            }
        }

        return people;
    }

    private LdapPerson PersonOf(string account, SearchResultEntry entry) => ReferenceOf(entry) switch
    {
        null => LdapPerson.Unfit($"{entry.DistinguishedName} has no {options.ReferenceAttribute}, which groups here hold."),
        var value when options.IsPlaceholder(value) =>
            LdapPerson.Unfit($"{account} is the placeholder of empty groups and can hold nothing."),
        var value => new LdapPerson(new LdapMember(value, SidOf(entry) is { } sid ? $"<SID={sid}>" : null), Trouble: null),
    };

    private string? ReferenceOf(SearchResultEntry entry) =>
        options.ReferenceAttribute is { } attribute ? entry.Text(attribute) : entry.DistinguishedName;

    private string? SidOf(SearchResultEntry entry) =>
        options.BySid && entry.Attributes["objectSid"]?.GetValues(typeof(byte[])) is [byte[] bytes, ..] ? Sid(bytes) : null;

    private static string Sid(byte[] bytes)
    {
        var authority = BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(0, 8)) & 0xFFFF_FFFF_FFFF;
        var parts = Enumerable.Range(0, bytes[1]).Select(part => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(8 + (4 * part), 4)));
        return string.Create(CultureInfo.InvariantCulture, $"S-{bytes[0]}-{authority}-{string.Join('-', parts)}");
    }
}
