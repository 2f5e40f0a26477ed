using Regent.Core.Targets;

namespace Regent.Targets.Ldap;

/// <summary>Who an account is: the one member of groups, or why it is none.</summary>
internal sealed record LdapPerson(LdapMember? Member, TargetAnswer? Trouble)
{
    public bool IsUnknown => Trouble?.Result == TargetResult.UnknownAccount;

    public static LdapPerson Unknown(string account) => new(Member: null, TargetAnswer.UnknownAccount(account));

    public static LdapPerson Ambiguous(string account) =>
        Unfit($"{account} is the account of several people. Narrow the people base or the people filter until it is one.");

    public static LdapPerson Unfit(string words) => new(Member: null, TargetAnswer.Refused(words));
}
