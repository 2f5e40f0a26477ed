namespace Regent.Api.Graph.Takeover;

/// <summary>Where something stands.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Number">Which entry of the file; null for the file itself.</param>
public sealed record EntraEntry(string File, int? Number)
{
    public override string ToString() => Number is { } number ? $"{File} {number}" : File;
}
