using Regent.Operations.Policies;
using Regent.Operations.Ports;
using Regent.Operations.Principals;
using Regent.Operations.Requests;
using Regent.Operations.Roles;

namespace Regent.Operations.Takeover;

/// <summary>
/// Takes over the set-up of another system in one unit of work, each kind after those it names, and all after the built-in roles;
/// repeatable. What is refused harms nothing else. Called on the server itself, not by a signed-in person.
/// </summary>
public sealed class TakeOver(
    IUnitOfWork unit, InstallBuiltInRoles builtIn, ImportPeople people, ImportPrincipals principals, ImportMemberships memberships,
    ImportScopes scopes, ImportRoles roles, ImportSettings settings, ImportAssignments assignments)
{
    /// <param name="holdings">What there is.</param>
    /// <param name="isRehearsal">Whether all of it is taken back again, to know what would come of it.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ImportReport> ExecuteAsync(Holdings holdings, bool isRehearsal, CancellationToken ct)
    {
        try
        {
            return await unit.RunAsync(
                async token =>
                {
                    var report = await RunAsync(holdings, token);
                    return isRehearsal ? throw new TakenBackException(report with { IsWritten = false }) : report;
                },
                ct);
        }
        catch (TakenBackException rehearsed)
        {
            return rehearsed.Report;
        }
    }

    private async Task<ImportReport> RunAsync(Holdings holdings, CancellationToken ct)
    {
        await builtIn.ExecuteAsync(ct);
        List<ImportLine> told =
        [
            .. holdings.Told,
            .. (await people.ExecuteAsync(holdings.People, skipErrors: true, ct)).Lines,
            .. await principals.ExecuteAsync(holdings.Principals, ct),
            .. await memberships.ExecuteAsync(holdings.Memberships, ct),
            .. (await scopes.ExecuteAsync(holdings.Units, skipErrors: true, ct)).Lines,
            .. await roles.ExecuteAsync(holdings.Roles, ct),
            .. await settings.ExecuteAsync(holdings.Settings, ct),
            .. await assignments.ExecuteAsync(holdings.Assignments, ct),
        ];
        return new ImportReport([.. told.OrderBy(line => line.Line)], IsWritten: true);
    }

    // A unit of work is undone by what it throws.
    private sealed class TakenBackException(ImportReport report) : Exception
    {
        public ImportReport Report { get; } = report;
    }
}
