using Regent.Core.Targets;

namespace Regent.Targets.Ldap;

/// <summary>The directory could not be asked; carries the answer that those who asked are given.</summary>
internal sealed class LdapTrouble(TargetAnswer answer) : Exception(answer.Words)
{
    public TargetAnswer Answer => answer;
}
