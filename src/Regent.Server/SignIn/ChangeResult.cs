namespace Regent.Server.SignIn;

/// <summary>What came of setting up a second factor.</summary>
/// <param name="Done">Whether it was set up.</param>
/// <param name="RecoveryCodes">Recovery codes to be shown now and never again; none unless it is the first second factor.</param>
internal sealed record ChangeResult(bool Done, IReadOnlyList<string> RecoveryCodes)
{
    public static ChangeResult No { get; } = new(false, []);
}
