using Regent.Core.Apps;

namespace Regent.Operations.Apps;

/// <summary>A registered program with a new secret, which is never shown again.</summary>
/// <param name="App">The program.</param>
/// <param name="Secret">The secret; null for a program that keeps none.</param>
public sealed record AppWithSecret(RegisteredApp App, string? Secret);
