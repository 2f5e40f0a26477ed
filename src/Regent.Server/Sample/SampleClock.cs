namespace Regent.Server.Sample;

/// <summary>A clock that stands where it was put, so that the sample's past is made by the same operations as anybody's present.</summary>
internal sealed class SampleClock(DateTimeOffset start) : TimeProvider
{
    private TimeSpan passed;

    public override DateTimeOffset GetUtcNow() => start + passed;

    /// <summary>Begins anew.</summary>
    public void Restart() => passed = TimeSpan.Zero;

    /// <summary>Goes forward; never back.</summary>
    public void MoveTo(DateTimeOffset moment) => passed = moment - start > passed ? moment - start : passed;
}
