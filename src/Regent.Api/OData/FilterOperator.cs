namespace Regent.Api.OData;

/// <summary>How a filter compares. Texts are compared without regard to letter case throughout, so <c>tolower</c> changes nothing.</summary>
internal enum FilterOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    StartsWith,
    Contains,

    /// <summary>Is one of several values: <c>in (…)</c>, or comparisons of one member joined by <c>or</c>.</summary>
    In,

    /// <summary>Has no value.</summary>
    Null,

    /// <summary>Has a value.</summary>
    NotNull,
}
