using Regent.Core;
using Regent.Core.Apps;
using Regent.Operations.Ports;

namespace Regent.Operations.Apps;

/// <summary>Makes a program of what was asked, or says all that is wrong with it.</summary>
public sealed class AppAskReader(IPermissionCatalog catalog)
{
    private const int MostAddresses = 50;

    /// <summary>The program as it is to be.</summary>
    /// <param name="app">The program as it is; its name is replaced too.</param>
    /// <param name="ask">What is wanted.</param>
    public Outcome<RegisteredApp> Read(RegisteredApp app, AppAsk ask)
    {
        var next = app with
        {
            Name = ask.Name.Trim(),
            IsPublic = ask.IsPublic,
            AllowsDevices = ask.AllowsDevices,
            RedirectAddresses = [.. ask.RedirectAddresses.Select(Address).OfType<RedirectAddress>().Distinct()],
            Delegated = Spelt(ask.Delegated),
            Application = Spelt(ask.Application),
        };
        Refusal[] flaws =
        [
            .. next.Flaws(),
            .. ask.RedirectAddresses.Where(text => Address(text) is null).Select(UnfitAddress),
            .. ask.RedirectAddresses.Count > MostAddresses ? [Flaw($"A program has at most {MostAddresses} redirect addresses.")] : Array.Empty<Refusal>(),
            .. ask.Delegated.Where(name => Find(name) is not { ForPeople: true }).Select(name => Flaw($"'{name}' is no delegated permission.")),
            .. ask.Application.Where(name => Find(name) is not { ForItself: true }).Select(name => Flaw($"'{name}' is no application permission.")),
        ];
        return flaws is [] ? next : flaws;
    }

    private static Refusal UnfitAddress(string text) => Flaw(
        $"'{text}' is no redirect address: it is https://…, http://localhost or a scheme of the program's own, and has no fragment.");

    private static Refusal Flaw(string message) => new(RefusalCode.InvalidAppRegistration, message);

    private static RedirectAddress? Address(string text) => RedirectAddress.TryParse(text, out var address) ? address : null;

    private List<string> Spelt(IEnumerable<string> names) =>
        [.. names.Select(Find).OfType<Grantable>().Select(permission => permission.Name).Distinct().Order(StringComparer.Ordinal)];

    private Grantable? Find(string name) =>
        catalog.All.FirstOrDefault(permission => permission.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
}
