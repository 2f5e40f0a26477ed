using Regent.Core.Apps;
using Regent.Operations.Apps;

namespace Regent.Portal.Pages.Apps;

/// <summary>What is filled in to register or change a program.</summary>
public sealed class AppForm
{
    public string Name { get; set; } = "";

    public bool IsPublic { get; set; }

    public bool AllowsDevices { get; set; }

    /// <summary>Where browsers go back to, one in each line.</summary>
    public string RedirectAddresses { get; set; } = "";

    public HashSet<string> Delegated { get; set; } = [];

    public HashSet<string> Application { get; set; } = [];

    /// <summary>What a program is now, to be changed.</summary>
    public static AppForm Of(RegisteredApp app) => new()
    {
        Name = app.Name,
        IsPublic = app.IsPublic,
        AllowsDevices = app.AllowsDevices,
        RedirectAddresses = string.Join('\n', app.RedirectAddresses),
        Delegated = [.. app.Delegated],
        Application = [.. app.Application],
    };

    /// <summary>The program as it is filled in. What does not go with its kind is left out, as the form does not show it.</summary>
    public AppAsk Ask() => new(Name)
    {
        IsPublic = IsPublic,
        AllowsDevices = IsPublic && AllowsDevices,
        RedirectAddresses = RedirectAddresses.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        Delegated = [.. Delegated],
        Application = IsPublic ? [] : [.. Application],
    };
}
