using Regent.Server.Tests.Api.Matrix;
using Regent.Server.Tests.Architecture;

namespace Regent.Server.Tests.Api.Conformance;

/// <summary>
/// When all tests have run: those that docs/api/operations.md names for an operation did get a good answer from it. Of a class that did not
/// run, or not whole, nothing is said.
/// </summary>
public sealed class WitnessCheck : IDisposable
{
    public void Dispose()
    {
        var whole = Witnesses.Whole();
        if (MatrixDocument.IsWritten)
        {
            OperationsPage.Write(whole);
            return;
        }

        Violations.None(
            from claim in OperationsPage.Claims()
            from name in claim.Value
            where whole.TryGetValue(name, out var seen) && !seen.Contains(claim.Key)
            select $"{name} got no good answer from {claim.Key}, which docs/api/operations.md says; REGENT_WRITE_MATRIX=1 writes it anew");
    }
}
