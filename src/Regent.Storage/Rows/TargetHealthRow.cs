using Regent.Core.Targets;

namespace Regent.Storage.Rows;

internal sealed class TargetHealthRow
{
    public Guid TargetId { get; init; }
    public int Failures { get; set; }
    public DateTimeOffset? FailingSince { get; set; }
    public string? LastError { get; set; }
    public DateTimeOffset? RetryAt { get; set; }
    public DateTimeOffset? SweptAt { get; set; }

    public static TargetHealthRow Of(TargetHealth health)
    {
        var row = new TargetHealthRow { TargetId = health.Target.Value };
        row.Take(health);
        return row;
    }

    public void Take(TargetHealth health)
    {
        Failures = health.Failures;
        FailingSince = health.FailingSince;
        LastError = health.LastError;
        RetryAt = health.RetryAt;
        SweptAt = health.SweptAt;
    }

    public TargetHealth ToCore() => new(new TargetId(TargetId))
    {
        Failures = Failures,
        FailingSince = FailingSince,
        LastError = LastError,
        RetryAt = RetryAt,
        SweptAt = SweptAt,
    };
}
