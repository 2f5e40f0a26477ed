using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Ldap;

/// <summary>Who is taken over from a directory, and what their attributes are called.</summary>
internal sealed record LdapSourceOptions
{
    private const int MostMinutes = 7 * 24 * 60;
    private const int Hundred = 100;
    private const string People = "(objectClass=person)";
    private const string Users = "(&(objectCategory=person)(objectClass=user))";
    private const string DisabledUsers = "(userAccountControl:1.2.840.113556.1.4.803:=2)";

    // An account that is locked for a while after wrong passwords has another value: whoever types them must not take access away.
    private const string LockedForGood = "(pwdAccountLockedTime=000001010000Z)";

    public required SourceRules Rules { get; init; }

    public required string Filter { get; init; }

    public required string DisabledFilter { get; init; }

    public required string Upn { get; init; }

    public required string DisplayName { get; init; }

    public required string Mail { get; init; }

    public required string JobTitle { get; init; }

    public required string Department { get; init; }

    /// <summary>Which groups are taken over; null is none.</summary>
    public string? GroupsFilter { get; init; }

    public required string GroupName { get; init; }

    public bool RoleGroups { get; init; }

    /// <summary>The settings as they are meant; null where no people are taken over.</summary>
    public static LdapSourceOptions? Made(TargetSettings settings, bool isActiveDirectory)
    {
        if (!settings.IsOn(LdapSourceSettings.IsOn))
        {
            return null;
        }

        var upn = Text(settings, LdapSourceSettings.Upn, isActiveDirectory ? "userPrincipalName" : "mail");
        return new LdapSourceOptions
        {
            Rules = new SourceRules(
                settings.Number(LdapSourceSettings.EveryMinutes) is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
                settings.Number(LdapSourceSettings.LargestLoss) ?? 10),
            Filter = LdapFilter.Both($"({upn}=*)", Text(settings, LdapSourceSettings.Filter, isActiveDirectory ? Users : People)),
            DisabledFilter = Text(settings, LdapSourceSettings.DisabledFilter, isActiveDirectory ? DisabledUsers : LockedForGood),
            Upn = upn,
            DisplayName = Text(settings, LdapSourceSettings.DisplayName, "displayName"),
            Mail = Text(settings, LdapSourceSettings.Mail, "mail"),
            JobTitle = Text(settings, LdapSourceSettings.JobTitle, "title"),
            Department = Text(settings, LdapSourceSettings.Department, isActiveDirectory ? "department" : "departmentNumber"),
            GroupsFilter = settings[LdapSourceSettings.GroupsFilter],
            GroupName = Text(settings, LdapSourceSettings.GroupName, "cn"),
            RoleGroups = settings.IsOn(LdapSourceSettings.RoleGroups),
        };
    }

    /// <summary>What cannot work, each with the setting's name.</summary>
    public static IEnumerable<(string Setting, string Words)> Problems(TargetSettings settings)
    {
        if (settings[LdapSourceSettings.EveryMinutes] is not null && settings.Number(LdapSourceSettings.EveryMinutes) is not (>= 1 and <= MostMinutes))
        {
            yield return (LdapSourceSettings.EveryMinutes, $"The minutes between runs are a whole number from 1 to {MostMinutes}.");
        }

        if (settings[LdapSourceSettings.LargestLoss] is not null && settings.Number(LdapSourceSettings.LargestLoss) is not (>= 1 and <= Hundred))
        {
            yield return (LdapSourceSettings.LargestLoss, "The largest loss is a whole number from 1 to 100.");
        }

        if (settings.IsOn(LdapSourceSettings.IsOn) && settings[LdapSourceSettings.GroupsFilter] is not null && settings[LdapTargetSettings.GroupsBase] is null)
        {
            yield return (LdapTargetSettings.GroupsBase, "The groups base is missing. Groups that are taken over are looked for below it.");
        }
    }

    private static string Text(TargetSettings settings, string name, string otherwise) => settings[name] ?? otherwise;
}
