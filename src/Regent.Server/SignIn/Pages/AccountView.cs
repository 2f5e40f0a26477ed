namespace Regent.Server.SignIn.Pages;

/// <summary>What the account page shows.</summary>
public sealed record AccountView(
    string DisplayName, string UserName, bool HasApp, IReadOnlyList<PasskeyView> Passkeys, int RecoveryCodesLeft, bool CanHavePasskeys)
{
    public AccountDone? Done { get; init; }

    /// <summary>The field something is wrong with.</summary>
    public string? Field { get; init; }

    public IReadOnlyList<string> Problems { get; init; } = [];

    public bool HasSecondFactor => HasApp || Passkeys.Count > 0;

    public IReadOnlyList<string> ProblemsOf(string field) => field == Field ? Problems : [];

    public bool IsWrong(params string[] fields) => fields.Contains(Field);
}
