using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Entra;

/// <summary>Tries what Regent needs of a tenant, and changes nothing: the right to change is tried on nobody.</summary>
internal sealed class EntraCheck(TenantGraph graph, TenantPeople people, IEntraAccess access, EntraTargetOptions options)
{
    // Directory Readers, which every tenant has.
    private const string AnyRole = "88d8e3e3-8f55-4a1e-953a-9b9898b8876b";

    private readonly List<TargetFinding> findings = [];

    public async Task<IReadOnlyList<TargetFinding>> RunAsync(CancellationToken ct)
    {
        var roles = await EntraRoles.LoadAsync(graph, ct);
        if (roles.IsLost)
        {
            return [new TargetFinding(IsGood: false, $"Microsoft Graph does not answer at {options.Tenant.Graph}: {roles.Trouble!.Words}")];
        }

        Judge(roles.Trouble, "The roles can be read.", "The roles cannot be read", "Grant RoleManagement.Read.Directory.");
        if (!options.Tenant.AccountsAreIds)
        {
            Judge(await people.TryAsync(ct), "The users can be read.", "The users cannot be read", "Grant User.ReadBasic.All, or use object ids.");
        }

        var holders = await access.HoldersAsync(AnyRole, $"{Guid.Empty}", ct);
        Judge(holders.Trouble, "What is held can be read.", "What is held cannot be read", Help(holders));
        JudgeChange(await access.TryChangeAsync(AnyRole, ct));
        return findings;
    }

    // To be told that nobody holds it is to be allowed to take it away.
    private void JudgeChange(TenantReply<bool> reply)
    {
        var isBad = reply.IsLost || reply.IsForbidden || (reply.Trouble is not null && reply.Status is null) || NeedsLicence(reply);
        Judge(isBad ? reply.Trouble : null, "Roles can be given and taken back.", "Roles cannot be given", Help(reply));
    }

    private string Help<T>(TenantReply<T> reply) => NeedsLicence(reply)
        ? "This tenant has no Microsoft Entra ID P2: switch “Ends by itself” off."
        : $"Grant {(options.IsTimeBound ? "RoleAssignmentSchedule.ReadWrite.Directory" : "RoleManagement.ReadWrite.Directory")}.";

    private static bool NeedsLicence<T>(TenantReply<T> reply) => reply.Has("AadPremiumLicenseRequired");

    private void Judge(TargetAnswer? trouble, string good, string bad, string help) =>
        findings.Add(trouble is null ? new TargetFinding(IsGood: true, good) : new TargetFinding(IsGood: false, $"{bad}: {trouble.Words} {help}"));
}
