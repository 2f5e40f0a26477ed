using Regent.Core.Apps;

namespace Regent.Server.Tokens;

/// <summary>What a program wants a token for.</summary>
/// <param name="App">The program.</param>
/// <param name="Audiences">Whom the token is for.</param>
/// <param name="Names">The permissions it is to carry, by their short names.</param>
/// <param name="Sent">The scopes as the program spelt them.</param>
internal sealed record Wish(RegisteredApp App, IReadOnlyList<string> Audiences, IReadOnlyList<string> Names, IReadOnlyList<string> Sent)
{
    /// <summary>The permissions by their full names, as consent is remembered.</summary>
    public IEnumerable<string> FullNames => Names.Select(name => $"{ScopeText.AudienceOf(name)}/{name}");
}
