using System.Text.Json.Nodes;

namespace Regent.Server.Tests.Api.Matrix;

/// <summary>One request that every caller sends.</summary>
/// <param name="Route">Where it goes.</param>
/// <param name="Content">What it is about, where that makes a difference; else empty.</param>
/// <param name="Address">As it is sent.</param>
/// <param name="Body">Null for none.</param>
internal sealed record MatrixRow(ApiRoute Route, string Content, string Address, JsonNode? Body = null)
{
    /// <summary>The permission that this content is asked with, where it is not the first that the route names.</summary>
    public string? Permission { get; init; }

    /// <summary>Whether the answer counts that lies in the answer, as in a batch.</summary>
    public bool IsInside { get; init; }

    /// <summary>Whether something is another when it has been carried out.</summary>
    public bool Changes =>
        Route.Method != "GET" && !Route.Path.EndsWith("etByIds", StringComparison.Ordinal) && Route.Path != "/$batch" && !Route.Path.EndsWith("/validate", StringComparison.Ordinal);
}
