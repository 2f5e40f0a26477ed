namespace Regent.Operations.Ports;

/// <summary>A file for machines.</summary>
/// <param name="MediaType">What it is, such as <c>text/plain</c>.</param>
/// <param name="Content">What is in it.</param>
public sealed record PublishedFile(string MediaType, ReadOnlyMemory<byte> Content);
