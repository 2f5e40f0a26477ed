using System.DirectoryServices.Protocols;

namespace Regent.Targets.Ldap;

/// <summary>Reads who is in a group.</summary>
internal sealed class LdapMembers(LdapLink link, LdapSight sight, LdapTargetOptions options)
{
    private const string InChain = ":1.2.840.113556.1.4.1941:";
    private const string Anything = "(objectClass=*)";
    private const string NoGroups = "(!(objectClass=group))";
    private const string NoAttributes = "1.1";

    // Up to so many are asked for one by one, which stays quick in groups of a hundred thousand.
    private const int Few = 8;

    /// <summary>Which of these members are in a group; none of them in one that is gone.</summary>
    public async Task<IReadOnlySet<string>> AreInAsync(string group, IReadOnlyCollection<string> members, CancellationToken ct)
    {
        if (!options.Nested && members.Count > Few)
        {
            var all = (await LeftInAsync(group, ct)).ToHashSet(options.Members);
            return members.Where(all.Contains).ToHashSet(options.Members);
        }

        var present = new HashSet<string>(options.Members);
        foreach (var member in members)
        {
            var filter = LdapFilter.Is(options.MemberAttribute + (options.Nested ? InChain : ""), member);
            var (entry, answer) = await link.ReadAsync(group, filter, [NoAttributes], ct);
            Demand(answer, group);
            if (answer.IsNotThere())
            {
                await DemandGoneAsync(group, ct);
                break;
            }

            _ = entry is not null && present.Add(member);
        }

        return present;
    }

    /// <summary>The members that stand in a group itself; nobody in one that is gone, while one that may be hidden is trouble.</summary>
    public async Task<IReadOnlyList<string>> LeftInAsync(string group, CancellationToken ct)
    {
        if (await ReadAsync(group, ct) is { } members)
        {
            return members;
        }

        await DemandGoneAsync(group, ct);
        return [];
    }

    /// <summary>The members that stand in a group itself, without the placeholder; null when no such group is found.</summary>
    public async Task<IReadOnlyList<string>?> ReadAsync(string group, CancellationToken ct)
    {
        var members = new List<string>();
        for (var isWhole = false; !isWhole;)
        {
            var (entry, answer) = await link.ReadAsync(group, Anything, [NextOf(members.Count)], ct);
            Demand(answer, group);
            if (entry is null)
            {
                return null;
            }

            var name = entry.Attributes.AttributeNames.Cast<string>().FirstOrDefault() ?? options.MemberAttribute;
            members.AddRange(entry.Texts(name));
            isWhole = !name.Contains(";range=", StringComparison.OrdinalIgnoreCase) || name.EndsWith('*');
        }

        return [.. members.Where(member => !options.IsPlaceholder(member))];
    }

    /// <summary>The accounts of all who are in a group, also by other groups; null when there is no such group.</summary>
    public async Task<IReadOnlyList<string>?> ReadNestedAsync(string group, CancellationToken ct)
    {
        var (entry, answer) = await link.ReadAsync(group, Anything, [NoAttributes], ct);
        Demand(answer, group);
        if (entry is null)
        {
            return null;
        }

        var filter = LdapFilter.Both(LdapFilter.Is("memberOf" + InChain, entry.DistinguishedName), NoGroups);
        var people = await link.SearchAsync(options.PeopleBase, filter, [options.AccountAttribute], ct);
        return [.. people.Select(person => person.Text(options.AccountAttribute) ?? person.DistinguishedName)];
    }

    private async Task DemandGoneAsync(string group, CancellationToken ct)
    {
        if (await sight.DoubtAsync(group, ct) is { } doubt)
        {
            throw new LdapTrouble(doubt);
        }
    }

    // Active Directory gives no more than some of the members of a large group at a time.
    private string NextOf(int read) =>
        options.IsActiveDirectory ? $"{options.MemberAttribute};range={read}-{read + options.PageSize - 1}" : options.MemberAttribute;

    private static void Demand(DirectoryResponse answer, string group)
    {
        if (answer.ResultCode != ResultCode.Success && !answer.IsNotThere())
        {
            throw new LdapTrouble(LdapAnswers.To(answer, $"{group} cannot be read"));
        }
    }
}
