using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

/// <summary>One unit of work after the other; one that throws leaves nothing, one that lost a race runs again.</summary>
public sealed class FakeUnitOfWork(FakeMemory memory) : IUnitOfWork, IDisposable
{
    private const int Tries = 8;

    private readonly SemaphoreSlim turn = new(1);

    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        if (memory.InUnit.Value)
        {
            return await work(ct);
        }

        await turn.WaitAsync(ct);
        var before = memory.Now;
        try
        {
            return await RunAloneAsync(work, ct);
        }
        finally
        {
            turn.Release();
            if (!ReferenceEquals(before, memory.Now))
            {
                memory.RaiseChanged();
            }
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<T> RunAloneAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        memory.InUnit.Value = true;
        var before = memory.Now;
        for (var left = Tries; ; left--)
        {
            try
            {
                return await work(ct);
            }
            catch (LostRaceException) when (left > 1)
            {
                memory.GoBackTo(before);
            }
            catch
            {
                memory.GoBackTo(before);
                throw;
            }
        }
    }
}
