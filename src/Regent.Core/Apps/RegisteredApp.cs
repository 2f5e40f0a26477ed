using Regent.Core.Principals;

namespace Regent.Core.Apps;

/// <summary>A program that is registered to call Regent: for the people who sign in with it, for itself, or both.</summary>
/// <param name="Id">Its id, which it sends with every ask.</param>
/// <param name="ServicePrincipal">What it is in the directory; acting for itself, this is who acts.</param>
/// <param name="Name">What people know it by.</param>
public sealed record RegisteredApp(AppId Id, PrincipalId ServicePrincipal, string Name)
{
    /// <summary>Whether it runs where it cannot keep a secret: in a browser, on a desk, in a pocket. Then it never acts for itself.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Whether people may let it in by typing a code in a browser elsewhere; for terminals.</summary>
    public bool AllowsDevices { get; init; }

    public IReadOnlyList<RedirectAddress> RedirectAddresses { get; init; } = [];

    /// <summary>What people may let it do for them; it never goes beyond what they may do themselves.</summary>
    public IReadOnlyList<string> Delegated { get; init; } = [];

    /// <summary>What it may do for itself, granted by the administrator who registered it.</summary>
    public IReadOnlyList<string> Application { get; init; } = [];

    public IReadOnlyList<AppSecret> Secrets { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What does not go together; empty when all does.</summary>
    public IReadOnlyList<Refusal> Flaws() =>
    [
        .. Flaw(string.IsNullOrWhiteSpace(Name) || !NameText.IsFit(Name), $"The name is one line of 1 to {NameText.Longest} letters."),
        .. Flaw(
            IsPublic && Application.Count > 0,
            "A program that cannot keep a secret never acts for itself: give it no application permissions, or register it as confidential."),
        .. Flaw(
            AllowsDevices && !IsPublic,
            "Codes for devices are for programs that keep no secret. Register a second program for what runs in a terminal."),
    ];

    public bool Equals(RegisteredApp? other) =>
        other is not null
        && (Id, ServicePrincipal, Name, IsPublic, AllowsDevices, CreatedAt)
            == (other.Id, other.ServicePrincipal, other.Name, other.IsPublic, other.AllowsDevices, other.CreatedAt)
        && RedirectAddresses.SequenceEqual(other.RedirectAddresses) && Delegated.SequenceEqual(other.Delegated)
        && Application.SequenceEqual(other.Application) && Secrets.SequenceEqual(other.Secrets);

    public override int GetHashCode() => Id.GetHashCode();

    private static IEnumerable<Refusal> Flaw(bool isThere, string message) =>
        isThere ? [new Refusal(RefusalCode.InvalidAppRegistration, message)] : [];
}
