namespace Regent.Server.Tokens.Pages;

/// <summary>What the page shows where the code of a device is typed.</summary>
/// <param name="Code">What was typed before.</param>
public sealed record DeviceView(string? Code)
{
    public string? Problem { get; init; }

    /// <summary>What has just been done.</summary>
    public string? Done { get; init; }
}
