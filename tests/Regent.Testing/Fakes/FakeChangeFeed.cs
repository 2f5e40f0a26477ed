using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakeChangeFeed(FakeMemory memory) : IChangeFeed
{
    public IDisposable Subscribe(Action committed)
    {
        memory.Changed += committed;
        return new Subscription(() => memory.Changed -= committed);
    }

    private sealed class Subscription(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
