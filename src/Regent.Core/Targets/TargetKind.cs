namespace Regent.Core.Targets;

/// <summary>The kinds of systems in which access can land.</summary>
public enum TargetKind
{
    /// <summary>Groups in an LDAP directory, Active Directory among them.</summary>
    Ldap,

    /// <summary>Membership in roles of a PostgreSQL server.</summary>
    Postgres,

    /// <summary>Certificates with which people sign in to servers by SSH.</summary>
    Ssh,

    /// <summary>Groups of an application that speaks SCIM 2.0.</summary>
    Scim,

    /// <summary>Role bindings of a Kubernetes cluster.</summary>
    Kubernetes,

    /// <summary>Directory roles of a Microsoft Entra tenant.</summary>
    Entra,

    /// <summary>Roles at scopes of Azure Resource Manager.</summary>
    Azure,

    /// <summary>Any system that is told by signed calls over HTTP.</summary>
    Webhook,
}
