using System.ComponentModel.DataAnnotations;

namespace Regent.Server.Hosting;

/// <summary>How much one caller of the API may ask (<c>Regent:Api</c>).</summary>
internal sealed class CallerLimitOptions
{
    /// <summary>Requests a minute that one caller may go on sending; 60 to 1,000,000, 3,000 unless set.</summary>
    [Range(60, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 3_000;

    /// <summary>Requests that one caller may send at once, before that measure counts; 10 to 1,000,000, 600 unless set.</summary>
    [Range(10, 1_000_000)]
    public int Burst { get; set; } = 600;
}
