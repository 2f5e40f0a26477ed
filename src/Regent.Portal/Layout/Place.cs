using Microsoft.FluentUI.AspNetCore.Components;
using Regent.Operations.Assignments;

namespace Regent.Portal.Layout;

/// <summary>A page the navigation and the jump box lead to.</summary>
/// <param name="Href">Where it is.</param>
/// <param name="Title">What it is called everywhere.</param>
/// <param name="Section">Under which heading it stands; empty for none.</param>
/// <param name="Picture">The icon beside the title.</param>
internal sealed record Place(string Href, string Title, string Section, Icon Picture)
{
    /// <summary>Who finds it; null for everybody.</summary>
    public Func<Overview, bool>? OnlyFor { get; init; }

    /// <summary>How many things wait there.</summary>
    public Func<Overview, int> Waiting { get; init; } = _ => 0;
}
