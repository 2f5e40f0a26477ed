namespace Regent.Portal.Parts;

/// <summary>What part a column plays in its list.</summary>
public enum ColumnKind
{
    /// <summary>One more fact.</summary>
    Plain,

    /// <summary>What the row is; the title of its card on a phone.</summary>
    Main,

    /// <summary>What can be done; at the end, without a visible heading.</summary>
    Action,
}
