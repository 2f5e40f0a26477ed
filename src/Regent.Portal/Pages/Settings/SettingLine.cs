namespace Regent.Portal.Pages.Settings;

/// <summary>One setting in words.</summary>
/// <param name="Name">What is set.</param>
/// <param name="Value">To what.</param>
public sealed record SettingLine(string Name, string Value);
