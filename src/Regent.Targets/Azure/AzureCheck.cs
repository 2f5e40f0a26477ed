using Azure.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Azure;

/// <summary>Tries what Regent needs, and changes nothing: the right to change is tried on nobody, at each scope that is named.</summary>
internal sealed class AzureCheck(AzurePlaces places, TenantPeople people, IAzureAccess access, TenantLink link, AzureTargetOptions options)
{
    // Reader, which every scope has.
    private const string AnyRole = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

    private readonly List<TargetFinding> findings = [];

    public async Task<IReadOnlyList<TargetFinding>> RunAsync(CancellationToken ct)
    {
        var context = new TokenRequestContext([TenantOptions.ScopeOf(options.Address, "https://management.azure.com")]);
        var token = await link.TryAsync(async end => TenantReply<AccessToken>.Of(await link.Credential.GetTokenAsync(context, end)), ct);
        Judge(token.Trouble, "Regent can sign in.", "Regent cannot sign in", "Check tenant, client id and secret or certificate.");
        if (token.Trouble is not null)
        {
            return findings;
        }

        if (!options.Tenant.AccountsAreIds)
        {
            Judge(await people.TryAsync(ct), "The users can be read.", "The users cannot be read", "Grant User.ReadBasic.All, or use object ids.");
        }

        var found = await places.FindAsync([.. options.Scopes.Select(scope => new Holding($"{Guid.Empty}", $"{AnyRole} @ {scope}"))], ct);
        foreach (var (scope, place) in options.Scopes.Zip(found))
        {
            await JudgeAsync(scope, place, ct);
        }

        return findings;
    }

    private async Task JudgeAsync(string scope, AzurePlace place, CancellationToken ct)
    {
        var holders = place.Answer is { } unknown
            ? TenantReply<IReadOnlyList<AzureHolder>>.Failed(unknown)
            : await access.HoldersAsync(scope, principal: null, ct);
        Judge(holders.Trouble, $"What is held at {scope} can be read.", $"What is held at {scope} cannot be read", Help(scope, holders));
        if (holders.Trouble is not null)
        {
            return;
        }

        // To be told that nobody holds it is to be allowed to take it away.
        var reply = await access.TryChangeAsync(place, ct);
        var isBad = reply.IsLost || reply.IsForbidden || NeedsLicence(reply);
        Judge(isBad ? reply.Trouble : null, $"Roles at {scope} can be given and taken back.", $"Roles at {scope} cannot be given", Help(scope, reply));
    }

    private static string Help<T>(string scope, TenantReply<T> reply) => NeedsLicence(reply)
        ? "This tenant has no Microsoft Entra ID P2: switch “Ends by itself” off."
        : $"Give Regent's service principal the role User Access Administrator at {scope}.";

    private static bool NeedsLicence<T>(TenantReply<T> reply) => reply.Has("AadPremiumLicenseRequired");

    private void Judge(TargetAnswer? trouble, string good, string bad, string help) =>
        findings.Add(trouble is null ? new TargetFinding(IsGood: true, good) : new TargetFinding(IsGood: false, $"{bad}: {trouble.Words} {help}"));
}
