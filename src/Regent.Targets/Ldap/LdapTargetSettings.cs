using Regent.Operations.Ports;

namespace Regent.Targets.Ldap;

/// <summary>What can be set for a directory, in the order of the form.</summary>
internal static class LdapTargetSettings
{
    public const string Servers = "servers";
    public const string BindDn = "bindDn";
    public const string BindPassword = "bindPassword";
    public const string Authorities = "caCertificates";
    public const string Flavour = "flavour";
    public const string PeopleBase = "peopleBase";
    public const string AccountAttribute = "accountAttribute";
    public const string PeopleFilter = "peopleFilter";
    public const string GroupsBase = "groupsBase";
    public const string MemberAttribute = "memberAttribute";
    public const string MemberBy = "memberBy";
    public const string Placeholder = "placeholder";
    public const string Nested = "nested";
    public const string EndsByItself = "endsByItself";
    public const string PageSize = "pageSize";
    public const string TimeoutSeconds = "timeoutSeconds";

    public const string ByDn = "DN";
    public const string BySid = "SID";

    /// <summary>The attributes that can hold the members of a group.</summary>
    public static IReadOnlyList<string> MemberAttributes { get; } = ["member", "uniqueMember", "memberUid"];

    public static IReadOnlyList<TargetSetting> All { get; } =
    [
        new(Servers, "Servers", "One on each line, as ldaps://host or ldap://host, which starts TLS before the password is sent; the next is asked when one does not answer.")
        {
            Kind = TargetSettingKind.Lines,
            IsRequired = true,
        },
        new(BindDn, "Sign-in DN", "The account that Regent signs in with; in Active Directory user@domain will do.") { Says = TargetSettingSays.How, IsRequired = true },
        new(BindPassword, "Sign-in password", "The password of that account.") { Kind = TargetSettingKind.Secret, IsRequired = true },
        new(Authorities, "CA certificates", "The authority behind the servers' certificates, as PEM text; without it those of this machine count.")
        {
            Says = TargetSettingSays.Whom,
            Kind = TargetSettingKind.Lines,
        },
        new(Flavour, "Kind of directory", "ActiveDirectory for Active Directory and Samba, OpenLdap for others.")
        {
            Says = TargetSettingSays.Where,
            Kind = TargetSettingKind.Choice,
            Default = nameof(LdapFlavour.OpenLdap),
            Choices = Enum.GetNames<LdapFlavour>(),
        },
        new(PeopleBase, "People base", "The DN below which people are looked for.") { Says = TargetSettingSays.Where, IsRequired = true },
        new(AccountAttribute, "Account attribute", "Holds a person's account, such as mail or userPrincipalName; without it uid, or sAMAccountName in Active Directory.") { Says = TargetSettingSays.Where },
        new(PeopleFilter, "People filter", "A filter that people who are given access must match; without it none, or (objectCategory=person) in Active Directory.") { Says = TargetSettingSays.How },
        new(GroupsBase, "Groups base", "The DN below which groups are; the connection test tries there whether Regent may change them.") { Says = TargetSettingSays.How },
        new(MemberAttribute, "Member attribute", "The attribute of a group that holds its members: memberUid holds uids, the others DNs.")
        {
            Says = TargetSettingSays.Where,
            Kind = TargetSettingKind.Choice,
            Default = MemberAttributes[0],
            Choices = MemberAttributes,
        },
        new(MemberBy, "Members by", "Active Directory only: whether members are added by their DN or by their SID.")
        {
            Says = TargetSettingSays.How,
            Kind = TargetSettingKind.Choice,
            Default = ByDn,
            Choices = [ByDn, BySid],
        },
        new(Placeholder, "Placeholder", "A DN that takes the place of the last member in groups that cannot be empty, and counts as nobody.") { Says = TargetSettingSays.How },
        new(Nested, "Members of members", "Active Directory only: whether who is in a group by another group counts as having it.")
        {
            Kind = TargetSettingKind.Switch,
            Default = "false",
        },
        new(EndsByItself, "Memberships that end by themselves", "Active Directory only: gives memberships with an end where the forest has them.")
        {
            Kind = TargetSettingKind.Switch,
            Default = "true",
        },
        new(PageSize, "Page size", "How many entries are asked for at a time.") { Kind = TargetSettingKind.Number, Default = "500" },
        new(TimeoutSeconds, "Time-out", "How many seconds the directory may take to answer.") { Kind = TargetSettingKind.Number, Default = "10" },
        .. LdapSourceSettings.All,
    ];
}
