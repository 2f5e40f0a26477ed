namespace Regent.Server.Sample;

/// <summary>A clock that stands where it was put, so that the sample's past is made by the same operations as anybody's present.</summary>
internal sealed class SampleClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Goes forward; never back.</summary>
    public void MoveTo(DateTimeOffset moment) => now = moment > now ? moment : now;
}
