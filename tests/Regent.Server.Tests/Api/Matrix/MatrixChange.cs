using System.Text.Json.Nodes;

namespace Regent.Server.Tests.Api.Matrix;

/// <summary>What is sent to a route that changes something.</summary>
/// <param name="Route">Its method and path, without the version of Graph, with <c>/arm</c> in front of what is asked of a scope.</param>
/// <param name="Content">What it is about, where that makes a difference; else empty.</param>
/// <param name="Body">Null for none.</param>
/// <param name="Address">Null to make it of the path.</param>
internal sealed record MatrixChange(string Route, string Content = "", JsonNode? Body = null, string? Address = null)
{
    public string? Permission { get; init; }

    public bool IsInside { get; init; }
}
