namespace Regent.Drill.Faults;

/// <summary>Spreads faults over the work of a drill, however fast the machine is: some after little work, some after much.</summary>
/// <param name="random">Where chances come from.</param>
/// <param name="work">How much work was done so far.</param>
/// <param name="all">How much there is to do.</param>
/// <param name="faults">How many faults to spread over it.</param>
internal sealed class Pace(Random random, Func<int> work, int all, int faults)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestWithoutWork = TimeSpan.FromSeconds(1);

    private readonly Random random = random;
    private readonly int average = Math.Max(1, all / faults);

    /// <summary>Waits until the next fault: a while with work, or a moment without when none is left to do.</summary>
    /// <param name="isDone">Whether no work is left.</param>
    public async Task WaitAsync(Func<bool> isDone)
    {
        // One in four comes at a moment that has nothing to do with the work.
        if (random.Next(4) == 0 || isDone())
        {
            await Task.Delay(LongestWithoutWork * random.NextDouble());
            return;
        }

        var until = work() + random.Next(1, 2 * average);
        using var patience = new CancellationTokenSource(Patience);
        while (work() < until && !isDone() && !patience.IsCancellationRequested)
        {
            await Task.Delay(BetweenLooks, CancellationToken.None);
        }
    }
}
