namespace Regent.Targets.Scim;

/// <summary>How Regent signs in to an application.</summary>
internal enum ScimSignInScheme
{
    /// <summary>With a token that does not change.</summary>
    Bearer,

    /// <summary>With a user name and a password.</summary>
    Basic,

    /// <summary>With a token that it fetches as an OAuth client.</summary>
    Client,
}
