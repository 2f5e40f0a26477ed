namespace Regent.Server.Tests.Api.Fuzz;

/// <summary>One request as it is sent.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Address">With its query, escaped.</param>
/// <param name="Body">Null for none.</param>
internal sealed record FuzzedRequest(string Method, string Address, string? Body)
{
    public override string ToString() => $"{Method} {Cut(Address)} {Cut(Body ?? "")}";

    private static string Cut(string text) => text.Length <= 600 ? text : $"{text[..600]}... ({text.Length} characters)";
}
