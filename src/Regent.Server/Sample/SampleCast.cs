using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations;

namespace Regent.Server.Sample;

/// <summary>The people of the sample organisation, found by the part before the @.</summary>
internal sealed class SampleCast(IReadOnlyDictionary<string, Principal> people, Principal onCall)
{
    /// <summary>The group that is eligible for Helpdesk Administrator.</summary>
    public Principal OnCall => onCall;

    public PrincipalId Id(string name) => people[name].Id;

    public Caller Caller(string name) => new(people[name].Id, MfaAt: null);

    public static RoleDefinitionId Role(string displayName) =>
        DirectoryRoles.BuiltIn.Single(role => role.DisplayName == displayName).Id;
}
