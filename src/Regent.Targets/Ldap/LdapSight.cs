using System.DirectoryServices.Protocols;
using Regent.Core.Targets;

namespace Regent.Targets.Ldap;

/// <summary>
/// Tells an entry that is gone from one that may not be read: directories answer both with the same words. Gone is what is missing at a
/// place that can be looked into; of everything else nobody knows.
/// </summary>
internal sealed class LdapSight(LdapLink link, LdapTargetOptions options)
{
    private const string Anything = "(objectClass=*)";
    private const string NoAttributes = "1.1";

    // What OpenLDAP and Active Directory say of how much is below an entry, readable or not.
    private const string HasMore = "hasSubordinates";
    private const string HowMany = "msDS-Approx-Immed-Subordinates";

    /// <summary>What is said of a group that is not found.</summary>
    public static string Words(string group) => $"The group {group} is not found: it was removed, or Regent's account may no longer read it.";

    /// <summary>The answer where a group that is not found was to be given.</summary>
    public static TargetAnswer Unknown(string group)
    {
        var words = Words(group);
        return TargetAnswer.UnknownEntitlement(group) with { Words = words[..Math.Min(words.Length, TargetAnswer.MaxLength)] };
    }

    /// <summary>Why a group that is not found may be there all the same; null when it is gone.</summary>
    public async Task<TargetAnswer?> DoubtAsync(string group, CancellationToken ct)
    {
        if (DistinguishedName.Read(group) is not { } name || !await IsKeptThereAsync(name, ct))
        {
            return null;
        }

        var above = name.Above ?? "the directory";
        return await SeesIntoAsync(above, ct)
            ? null
            : TargetAnswer.Refused(
                $"{Words(group)} Nothing in {above} can be read either, so what was given there counts as still there. "
                + $"Let {options.BindDn} read it; if it was removed as well, make it anew.");
    }

    // Below none of its suffixes a server has anything. One that does not say what they are may have it.
    private async Task<bool> IsKeptThereAsync(DistinguishedName name, CancellationToken ct)
    {
        var (root, _) = await link.ReadAsync("", Anything, ["namingContexts"], ct);
        var suffixes = root?.Texts("namingContexts") ?? [];
        return suffixes is [] || suffixes.Any(suffix => DistinguishedName.Read(suffix) is { } place && (place.Text == name.Text || name.IsBelow(place)));
    }

    private async Task<bool> SeesIntoAsync(string place, CancellationToken ct)
    {
        var (entry, _) = await link.ReadAsync(place, Anything, [HasMore, HowMany], ct);
        if (entry is null)
        {
            return false;
        }

        if (string.Equals(entry.Text(HasMore), "FALSE", StringComparison.OrdinalIgnoreCase) || entry.Text(HowMany) == "0")
        {
            return true;
        }

        var request = new SearchRequest(place, Anything, SearchScope.OneLevel, NoAttributes) { SizeLimit = 1 };
        return await link.SendAsync(request, ct) is SearchResponse { Entries.Count: > 0 };
    }
}
