using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Regent.Core;
using Regent.Core.Targets;
using static Regent.Targets.Ldap.LdapTargetSettings;

namespace Regent.Targets.Ldap;

/// <summary>How a directory is reached and how people and groups are kept in it.</summary>
internal sealed partial record LdapTargetOptions
{
    public required IReadOnlyList<LdapServer> Servers { get; init; }

    public required string BindDn { get; init; }

    public required string BindPassword { get; init; }

    /// <summary>The authorities that are trusted, as PEM text; null is those of this machine.</summary>
    public string? Authorities { get; init; }

    public LdapFlavour Flavour { get; init; }

    public required string PeopleBase { get; init; }

    public required string AccountAttribute { get; init; }

    /// <summary>What people who are given access must match; null is nothing more.</summary>
    public string? PeopleFilter { get; init; }

    /// <summary>Where groups are; null when it is not said.</summary>
    public string? GroupsBase { get; init; }

    public required string MemberAttribute { get; init; }

    /// <summary>Whether members are added by SID.</summary>
    public bool BySid { get; init; }

    /// <summary>The DN that keeps a group from being empty; null when there is none.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Whether the members of a member are seen as members.</summary>
    public bool Nested { get; init; }

    /// <summary>Whether memberships get an end where the directory can do that.</summary>
    public bool EndsByItself { get; init; }

    public int PageSize { get; init; }

    public TimeSpan Timeout { get; init; }

    /// <summary>Who is taken over from there; null is nobody.</summary>
    public LdapSourceOptions? Source { get; init; }

    public bool IsActiveDirectory => Flavour == LdapFlavour.ActiveDirectory;

    /// <summary>The attribute of a person that stands in a group; null is the DN.</summary>
    public string? ReferenceAttribute => MemberAttribute == "memberUid" ? "uid" : null;

    /// <summary>How members of groups compare: DNs however they are spelt, uids to the letter.</summary>
    public StringComparer Members => ReferenceAttribute is null ? LdapNames.Same : StringComparer.Ordinal;

    /// <summary>Whether a member is the one that keeps a group from being empty.</summary>
    public bool IsPlaceholder(string member) => Placeholder is { } placeholder && LdapNames.Same.Equals(member, placeholder);

    /// <summary>Reads the settings; every one that cannot work is refused with its name.</summary>
    public static Outcome<LdapTargetOptions> Read(TargetSettings settings)
    {
        var refusals = Problems(settings).ToArray();
        return refusals.Length > 0 ? refusals : Made(settings);
    }

    private static LdapTargetOptions Made(TargetSettings settings)
    {
        var flavour = FlavourOf(settings) ?? LdapFlavour.OpenLdap;
        var isActiveDirectory = flavour == LdapFlavour.ActiveDirectory;
        return new LdapTargetOptions
        {
            Servers = [.. settings.Lines(LdapTargetSettings.Servers).Select(LdapServer.Read).OfType<LdapServer>()],
            BindDn = settings[LdapTargetSettings.BindDn]!,
            BindPassword = settings.Values[LdapTargetSettings.BindPassword],
            Authorities = settings[LdapTargetSettings.Authorities],
            Flavour = flavour,
            PeopleBase = settings[LdapTargetSettings.PeopleBase]!,
            AccountAttribute = settings[LdapTargetSettings.AccountAttribute] ?? (isActiveDirectory ? "sAMAccountName" : "uid"),
            PeopleFilter = settings[LdapTargetSettings.PeopleFilter] ?? (isActiveDirectory ? "(objectCategory=person)" : null),
            GroupsBase = settings[LdapTargetSettings.GroupsBase],
            MemberAttribute = settings[LdapTargetSettings.MemberAttribute] ?? MemberAttributes[0],
            BySid = settings[MemberBy] == LdapTargetSettings.BySid,
            Placeholder = settings[LdapTargetSettings.Placeholder],
            Nested = settings.IsOn(LdapTargetSettings.Nested),
            EndsByItself = isActiveDirectory && (settings[LdapTargetSettings.EndsByItself] is null || settings.IsOn(LdapTargetSettings.EndsByItself)),
            Source = LdapSourceOptions.Made(settings, isActiveDirectory),
            PageSize = settings.Number(LdapTargetSettings.PageSize) ?? 500,
            Timeout = TimeSpan.FromSeconds(settings.Number(TimeoutSeconds) ?? 10),
        };
    }

    private static IEnumerable<Refusal> Problems(TargetSettings settings)
    {
        foreach (var missing in All.Where(one => one.IsRequired && settings[one.Name] is null))
        {
            yield return Wrong(missing.Name, $"{missing.Label} is missing. {missing.Help}");
        }

        foreach (var line in settings.Lines(LdapTargetSettings.Servers).Where(line => LdapServer.Read(line) is null))
        {
            yield return Wrong(
                LdapTargetSettings.Servers, $"\"{line}\" is no server. Write ldaps://host or ldap://host, with :port if it is another than usual.");
        }

        foreach (var one in All.Where(one => one.Choices.Count > 0 && settings[one.Name] is { } chosen && !one.Choices.Contains(chosen)))
        {
            yield return Wrong(one.Name, $"{one.Label} is one of {string.Join(", ", one.Choices)}.");
        }

        foreach (var refusal in Unreadable(settings).Concat(Misspelt(settings)).Concat(Unfitting(settings))
            .Concat(LdapSourceOptions.Problems(settings).Select(one => Wrong(one.Setting, one.Words))))
        {
            yield return refusal;
        }
    }

    private static IEnumerable<Refusal> Unreadable(TargetSettings settings)
    {
        if (settings[LdapTargetSettings.Authorities] is { } authorities && !HasCertificates(authorities))
        {
            yield return Wrong(
                LdapTargetSettings.Authorities,
                "These are no CA certificates. Paste them as PEM text, with the lines BEGIN CERTIFICATE and END CERTIFICATE.");
        }

        if (settings[LdapTargetSettings.PageSize] is not null && settings.Number(LdapTargetSettings.PageSize) is not (>= 1 and <= 10_000))
        {
            yield return Wrong(LdapTargetSettings.PageSize, "The page size is a whole number from 1 to 10000.");
        }

        if (settings[TimeoutSeconds] is not null && settings.Number(TimeoutSeconds) is not (>= 1 and <= 300))
        {
            yield return Wrong(TimeoutSeconds, "The time-out is a whole number of seconds from 1 to 300.");
        }
    }

    private static IEnumerable<Refusal> Misspelt(TargetSettings settings)
    {
        foreach (var name in LdapSourceSettings.Attributes.Prepend(LdapTargetSettings.AccountAttribute))
        {
            if (settings[name] is { } attribute && !AttributeName().IsMatch(attribute))
            {
                yield return Wrong(name, "This is no name of an attribute. It has letters, digits and hyphens, such as uid.");
            }
        }

        foreach (var name in LdapSourceSettings.Filters.Prepend(LdapTargetSettings.PeopleFilter))
        {
            if (settings[name] is { } filter && !LdapFilter.IsWhole(filter))
            {
                yield return Wrong(name, "This is no whole filter. It begins with ( and ends with the ) that belongs to it, such as (objectClass=person).");
            }
        }
    }

    private static IEnumerable<Refusal> Unfitting(TargetSettings settings)
    {
        if (FlavourOf(settings) == LdapFlavour.ActiveDirectory)
        {
            if (settings[LdapTargetSettings.MemberAttribute] is not (null or "member"))
            {
                yield return Wrong(LdapTargetSettings.MemberAttribute, "In Active Directory the member attribute is member.");
            }

            yield break;
        }

        if (settings[MemberBy] == LdapTargetSettings.BySid)
        {
            yield return Wrong(MemberBy, "Only Active Directory knows members by SID. Choose DN, or ActiveDirectory as the kind of directory.");
        }

        if (settings.IsOn(LdapTargetSettings.Nested))
        {
            yield return Wrong(
                LdapTargetSettings.Nested,
                "Only Active Directory answers for members of members. Switch it off, or choose ActiveDirectory as the kind of directory.");
        }
    }

    private static LdapFlavour? FlavourOf(TargetSettings settings) =>
        Enum.TryParse<LdapFlavour>(settings[LdapTargetSettings.Flavour], out var flavour) ? flavour : null;

    private static bool HasCertificates(string text)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPem(text);
            return certificates.Count > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static Refusal Wrong(string setting, string message) => new(RefusalCode.InvalidTarget, message) { Target = setting };

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex AttributeName();
}
