using System.DirectoryServices.Protocols;
using Regent.Operations.Ports;

namespace Regent.Targets.Ldap;

/// <summary>Tries every server, the sign-in, the people and the right to change groups, and changes nothing.</summary>
internal sealed class LdapCheck(LdapTargetOptions options)
{
    private const int SomeGroups = 20;
    private const string Writable = "allowedAttributesEffective";

    // Nobody is called so, and taking nobody out of a group changes nothing; whether it may be done is decided before.
    private const string Nobody = "regent-connection-test";

    public async Task<IReadOnlyList<TargetFinding>> ExecuteAsync(CancellationToken ct)
    {
        var findings = new List<TargetFinding>();
        foreach (var server in options.Servers)
        {
            using var link = new LdapLink(options with { Servers = [server] });
            try
            {
                var ends = await link.EndsMembershipsAsync(ct);
                findings.Add(new TargetFinding(IsGood: true, $"{server} can be reached, its certificate is good, and {options.BindDn} can sign in."));
                if (findings.Count(finding => finding.IsGood) == 1)
                {
                    findings.AddRange(await TryAsync(link, ends, ct));
                }
            }
            catch (LdapTrouble trouble)
            {
                findings.Add(new TargetFinding(IsGood: false, trouble.Message));
            }
        }

        return findings;
    }

    private async Task<IReadOnlyList<TargetFinding>> TryAsync(LdapLink link, bool ends, CancellationToken ct)
    {
        var findings = new List<TargetFinding> { await TryPeopleAsync(link, ct) };
        findings.AddRange(await TryGroupsAsync(link, ct));
        if (options.EndsByItself)
        {
            findings.Add(new TargetFinding(IsGood: true, ends
                ? "Memberships are given with an end, a little after the end by the ledger."
                : "Memberships end by Regent alone: the forest has no memberships with an end."));
        }

        return findings;
    }

    private async Task<TargetFinding> TryPeopleAsync(LdapLink link, CancellationToken ct)
    {
        var request = new SearchRequest(
            options.PeopleBase, LdapFilter.Both($"({options.AccountAttribute}=*)", options.PeopleFilter), SearchScope.Subtree, options.AccountAttribute)
        {
            SizeLimit = 1,
        };
        var response = await link.SendAsync(request, ct);
        return response is SearchResponse { Entries.Count: > 0 }
            ? new TargetFinding(IsGood: true, $"There are people with {options.AccountAttribute} below {options.PeopleBase}.")
            : new TargetFinding(
                IsGood: false,
                $"Nobody with {options.AccountAttribute} is seen below {options.PeopleBase} ({response.ResultCode}). "
                + "Look at the people base and filter, and give the sign-in account the right to read there.");
    }

    private async Task<IReadOnlyList<TargetFinding>> TryGroupsAsync(LdapLink link, CancellationToken ct)
    {
        if (options.GroupsBase is not { } place)
        {
            return [new TargetFinding(IsGood: true, "Whether groups may be changed was not tried, because no groups base is set.")];
        }

        var classes = LdapFilter.IsAnyOf("objectClass", options.MemberAttribute switch
        {
            "memberUid" => ["posixGroup"],
            "uniqueMember" => ["groupOfUniqueNames"],
            _ => ["groupOfNames", "group", "groupOfMembers"],
        });
        var request = new SearchRequest(place, classes, SearchScope.Subtree, "1.1", Writable) { SizeLimit = SomeGroups };
        var response = await link.SendAsync(request, ct);
        if (response is not SearchResponse { Entries.Count: > 0 } found)
        {
            return [new TargetFinding(
                IsGood: false,
                $"No group with {options.MemberAttribute} is seen below {place} ({response.ResultCode}). Look at the groups base and the member attribute.")];
        }

        var closed = new List<string>();
        foreach (SearchResultEntry group in found.Entries)
        {
            closed.AddRange(await MayChangeAsync(link, group, ct) ? [] : [group.DistinguishedName]);
        }

        return [closed is [var first, ..]
            ? new TargetFinding(
                IsGood: false,
                $"{options.BindDn} may not change {options.MemberAttribute} of {first}{(closed.Count > 1 ? " and others" : "")}. "
                + "Give it the right to write that attribute.")
            : new TargetFinding(IsGood: true, $"{options.BindDn} may change {options.MemberAttribute} of the groups below {place} that were tried.")];
    }

    private async Task<bool> MayChangeAsync(LdapLink link, SearchResultEntry group, CancellationToken ct)
    {
        if (options.IsActiveDirectory)
        {
            return group.Texts(Writable).Contains(options.MemberAttribute, StringComparer.OrdinalIgnoreCase);
        }

        var nobody = options.ReferenceAttribute is null ? $"{options.AccountAttribute}={Nobody},{options.PeopleBase}" : Nobody;
        var response = await link.SendAsync(
            new ModifyRequest(group.DistinguishedName, DirectoryAttributeOperation.Delete, options.MemberAttribute, nobody), ct);
        return response.ResultCode is ResultCode.NoSuchAttribute or ResultCode.Success;
    }
}
