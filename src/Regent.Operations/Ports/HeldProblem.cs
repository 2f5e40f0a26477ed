namespace Regent.Operations.Ports;

/// <summary>What can be wrong with something somebody has of a directory role.</summary>
public enum HeldProblem
{
    /// <summary>It is an eligibility that its holder, or no member of the group that holds it, has activated.</summary>
    NotActivated,

    /// <summary>Its holder is a person who has not signed in.</summary>
    NotSignedIn,

    /// <summary>It is an assignment that no request gave.</summary>
    NotRequested,
}
