namespace Regent.Portal.Pages.Settings;

/// <summary>One setting that differs.</summary>
/// <param name="Name">What is set.</param>
/// <param name="Before">To what it was set.</param>
/// <param name="After">To what it is set then.</param>
public sealed record SettingChange(string Name, string Before, string After);
