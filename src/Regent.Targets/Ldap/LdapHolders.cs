namespace Regent.Targets.Ldap;

/// <summary>Who is meant in a group, also where a person is gone from the directory and only the membership is left.</summary>
internal sealed class LdapHolders(LdapPeople people, LdapMembers members, LdapTargetOptions options)
{
    /// <summary>The accounts as they may stand in a group; one that cannot stand there is not in the answer.</summary>
    public async Task<IReadOnlyDictionary<string, LdapMember>> MembersAsync(
        string group, IReadOnlyCollection<string> accounts, IReadOnlyDictionary<string, LdapPerson> who, CancellationToken ct)
    {
        var found = new Dictionary<string, LdapMember>(StringComparer.OrdinalIgnoreCase);
        var gone = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var account in accounts)
        {
            if ((who[account].Member ?? AsItStands(account, who[account])) is { } member)
            {
                found[account] = member;
            }
            else if (who[account].IsUnknown)
            {
                gone.Add(account);
            }
        }

        foreach (var value in gone.Count > 0 ? await LeftAsync(group, ct) : [])
        {
            if (AccountLeftIn(value) is { } account && gone.Contains(account))
            {
                found[account] = new LdapMember(value);
            }
        }

        return found;
    }

    /// <summary>The accounts of all who are in a group; null when there is no such group. Who has no account is told by the member itself.</summary>
    public async Task<IReadOnlyList<string>?> AccountsInAsync(string group, CancellationToken ct)
    {
        if (options.Nested)
        {
            return await members.ReadNestedAsync(group, ct);
        }

        var all = await members.ReadAsync(group, ct);
        if (all is null || string.Equals(options.ReferenceAttribute, options.AccountAttribute, StringComparison.OrdinalIgnoreCase))
        {
            return all;
        }

        var accounts = await people.AccountsOfAsync(all, ct);
        return [.. all.Select(member => accounts.GetValueOrDefault(member) ?? AccountLeftIn(member) ?? member)];
    }

    // What a list tells of members without account is the member itself, so that it can be taken out by that.
    private LdapMember? AsItStands(string account, LdapPerson person) =>
        person.IsUnknown && LdapNames.IsFit(account) && (options.ReferenceAttribute is not null || account.Contains('='))
            && !options.IsPlaceholder(account)
            ? new LdapMember(account)
            : null;

    // Active Directory takes people out of their groups when they are deleted.
    private async Task<IReadOnlyList<string>> LeftAsync(string group, CancellationToken ct) =>
        options.IsActiveDirectory ? [] : await members.LeftInAsync(group, ct);

    private string? AccountLeftIn(string member) =>
        options.IsActiveDirectory || options.ReferenceAttribute is not null
            ? null
            : LdapNames.FirstValue(member, options.AccountAttribute, options.PeopleBase);
}
