using Regent.Core.Apps;

namespace Regent.Portal.Pages.Apps;

/// <summary>What the panel of a program shows.</summary>
/// <param name="App">The program; null for a new one, and for one that is not there.</param>
public sealed record AppShown(RegisteredApp? App);
