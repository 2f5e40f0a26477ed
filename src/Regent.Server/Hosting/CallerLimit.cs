using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Regent.Operations;

namespace Regent.Server.Hosting;

/// <summary>
/// Bounds what one caller asks of the API, so that a program gone wild slows only itself. Who is refused is told how long to wait.
/// </summary>
internal sealed class CallerLimit(CallerLimitOptions options) : IRateLimiterPolicy<string>
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = (rejected, _) =>
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : Period;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return ValueTask.CompletedTask;
    };

    /// <inheritdoc/>
    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => Caller.From(httpContext.User) is { } caller
        ? RateLimitPartition.GetTokenBucketLimiter(caller.Id.ToString(), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Burst,
            TokensPerPeriod = Math.Max(1, options.RequestsPerMinute / 60),
            ReplenishmentPeriod = Period,
        })
        : RateLimitPartition.GetNoLimiter("refused at the gate");
}
