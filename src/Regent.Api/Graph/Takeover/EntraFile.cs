namespace Regent.Api.Graph.Takeover;

/// <summary>A file of what Microsoft Graph answered.</summary>
/// <param name="Name">Its name, which begins with what the file holds.</param>
/// <param name="Content">Its bytes.</param>
public sealed record EntraFile(string Name, ReadOnlyMemory<byte> Content);
