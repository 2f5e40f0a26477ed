using Regent.Operations.Ports;

namespace Regent.Operations.Principals;

/// <summary>
/// Takes over people, and which groups they are in, from a file; repeatable. The whole file is one unit of work. Who loses a
/// membership or is disabled loses at once what rested on it. Called on the server itself, not by a signed-in person.
/// </summary>
public sealed class ImportPeople(
    IUnitOfWork unit, ImportPlanner planner, LastAdministrators administrators, PlannedPeopleWriter writer, TimeProvider clock)
{
    /// <param name="rows">The lines.</param>
    /// <param name="skipErrors">Import the good lines although others are refused.</param>
    /// <param name="ct">Gives up.</param>
    public Task<ImportReport> ExecuteAsync(IReadOnlyList<PersonRow> rows, bool skipErrors, CancellationToken ct) =>
        unit.RunAsync(token => ImportAsync(rows, skipErrors, token), ct);

    private async Task<ImportReport> ImportAsync(IReadOnlyList<PersonRow> rows, bool skipErrors, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var plans = await administrators.ProtectAsync(await planner.PlanAsync(rows, now, ct), now, ct);
        var writes = skipErrors || plans.All(plan => plan.Person is not null);
        if (writes)
        {
            await writer.WriteAsync([.. plans.Where(plan => plan.Person is not null)], now, ct);
        }

        return new ImportReport([.. plans.Select(plan => plan.ToLine())], writes);
    }
}
