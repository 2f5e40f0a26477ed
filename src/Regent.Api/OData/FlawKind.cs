namespace Regent.Api.OData;

/// <summary>What is wrong with a request that cannot be carried out as it was written.</summary>
internal enum FlawKind
{
    /// <summary>A query option cannot be read.</summary>
    Query,

    /// <summary>A query option is well written, but nothing here can answer it.</summary>
    UnsupportedQuery,

    /// <summary>The body is missing or cannot be read.</summary>
    Body,

    /// <summary>The body can be read, and a value in it makes no sense.</summary>
    Content,

    /// <summary>The scope is none that exists.</summary>
    Scope,

    /// <summary>The body is not JSON.</summary>
    MediaType,

    /// <summary>The body is too large.</summary>
    TooLarge,
}
