namespace Regent.Targets.Scim;

/// <summary>How an application takes changes of a group's members.</summary>
internal enum ScimDialect
{
    /// <summary>PATCH as RFC 7644 has it; who goes is named by a filter in the path.</summary>
    Rfc,

    /// <summary>PATCH as Microsoft Entra sends it; who goes is named by a value.</summary>
    Entra,

    /// <summary>The whole group is read, changed and put back.</summary>
    Put,
}
