namespace Regent.Portal.Pages.Settings;

/// <summary>One setting in words.</summary>
/// <param name="Name">What is set.</param>
/// <param name="Value">To what.</param>
public sealed record SettingLine(string Name, string Value)
{
    /// <summary>Under which heading of its tab it stands; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>Whether it is shown only where it is not the default, for only the API sets it.</summary>
    public bool IsRare { get; init; }

    /// <summary>What it is called where it stands alone. The names of mails need their event.</summary>
    public string FullName { get; init; } = Name;
}
