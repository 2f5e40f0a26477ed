using Microsoft.FluentUI.AspNetCore.Components;

namespace Regent.Portal.Layout;

/// <summary>Something the jump box leads to.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Group">What kind of thing.</param>
/// <param name="Href">Where.</param>
/// <param name="Picture">Its icon.</param>
internal sealed record JumpTarget(string Title, string Group, string Href, Icon Picture);
