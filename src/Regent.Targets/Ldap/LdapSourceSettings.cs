using Regent.Operations.Ports;

namespace Regent.Targets.Ldap;

/// <summary>What can be set for a directory that people and groups come from, in the order of the form.</summary>
internal static class LdapSourceSettings
{
    public const string IsOn = "syncPeople";
    public const string EveryMinutes = "syncEveryMinutes";
    public const string Filter = "syncFilter";
    public const string DisabledFilter = "syncDisabledFilter";
    public const string Upn = "syncUpn";
    public const string DisplayName = "syncDisplayName";
    public const string Mail = "syncMail";
    public const string JobTitle = "syncJobTitle";
    public const string Department = "syncDepartment";
    public const string GroupsFilter = "syncGroupsFilter";
    public const string GroupName = "syncGroupName";
    public const string RoleGroups = "syncRoleGroups";
    public const string LargestLoss = "syncLargestLoss";

    public static IReadOnlyList<TargetSetting> All { get; } =
    [
        new(IsOn, "Take over people", "Whether Regent's people come from here; those who do not come from here are never touched.")
        {
            Kind = TargetSettingKind.Switch,
            Default = "false",
        },
        new(EveryMinutes, "Minutes between runs", "How often people are taken over; without it only by regent sync ldap.") { Kind = TargetSettingKind.Number },
        new(Filter, "Filter of people", "Who below the people base is taken over; without it every person, in Active Directory every user. Who has no sign-in name never is.") { Says = TargetSettingSays.How },
        new(DisabledFilter, "Filter of the disabled", "Whose account is disabled; without it the flag of Active Directory, elsewhere those whom an administrator locked (pwdAccountLockedTime).") { Says = TargetSettingSays.How },
        new(Upn, "Sign-in name", "The attribute that is the userPrincipalName; without it mail, or userPrincipalName in Active Directory.") { Says = TargetSettingSays.How },
        new(DisplayName, "Display name", "The attribute that people are called by; cn where it is not there.") { Says = TargetSettingSays.How, Default = "displayName" },
        new(Mail, "Mail", "The attribute that mail is sent to.") { Says = TargetSettingSays.How, Default = "mail" },
        new(JobTitle, "Job title", "The attribute with the job title.") { Says = TargetSettingSays.How, Default = "title" },
        new(Department, "Department", "The attribute with the department; without it departmentNumber, or department in Active Directory.") { Says = TargetSettingSays.How },
        new(GroupsFilter, "Filter of groups", "Which groups below the groups base become groups of Regent, such as (cn=team-*); without it none.") { Says = TargetSettingSays.How },
        new(GroupName, "Name of groups", "The attribute that groups are called by.") { Says = TargetSettingSays.How, Default = "cn" },
        new(RoleGroups, "Groups for directory roles", "Whether new groups can hold directory roles; who changes such a group there gives roles here.")
        {
            Kind = TargetSettingKind.Switch,
            Default = "false",
        },
        new(LargestLoss, "Largest loss", "How many of a hundred people, or memberships, one run may take away before it stops and changes nothing.")
        {
            Kind = TargetSettingKind.Number,
            Default = "10",
        },
    ];

    /// <summary>The settings that name an attribute.</summary>
    public static IReadOnlyList<string> Attributes { get; } = [Upn, DisplayName, Mail, JobTitle, Department, GroupName];

    /// <summary>The settings that are a filter.</summary>
    public static IReadOnlyList<string> Filters { get; } = [Filter, DisabledFilter, GroupsFilter];
}
