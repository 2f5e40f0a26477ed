namespace Regent.Bench;

/// <summary>How long it took at one rate.</summary>
/// <param name="Rate">Activations per second.</param>
/// <param name="Seconds">From each request to when it was seen in the target, the shortest first.</param>
internal sealed record LandingTimes(double Rate, IReadOnlyList<double> Seconds)
{
    public double Median => Seconds[Seconds.Count / 2];

    public double OneInHundred => Seconds[Math.Min(Seconds.Count - 1, Seconds.Count * 99 / 100)];
}
