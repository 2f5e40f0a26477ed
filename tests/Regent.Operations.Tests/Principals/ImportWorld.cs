using Regent.Core.Principals;
using Regent.Operations.Principals;
using Regent.Testing;
using Regent.Testing.Fakes;

namespace Regent.Operations.Tests.Principals;

/// <summary>An organisation in memory and the import into it.</summary>
internal sealed class ImportWorld : IDisposable
{
    public FakeWorld World { get; } = new();

    public ImportPeople Import => World.The<ImportPeople>();

    /// <summary>What was recorded, and about whom.</summary>
    public IReadOnlyList<(string Activity, PrincipalId? Subject)> Record =>
        [.. World.Audit.Entries.Select(entry => (entry.Activity, entry.Subject))];

    public Task<ImportReport> ImportAsync(params PersonRow[] rows) => Import.ExecuteAsync(rows, skipErrors: false, CancellationToken.None);

    public async Task<Principal> FindAsync(string name) =>
        await World.Directory.FindByNameAsync(Make.Name(name), CancellationToken.None)
        ?? throw new InvalidOperationException($"There is no {name}.");

    public void Dispose() => World.Dispose();
}
