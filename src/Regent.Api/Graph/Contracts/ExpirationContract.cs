using System.Diagnostics;
using Regent.Core.Assignments;

namespace Regent.Api.Graph.Contracts;

/// <summary>When something ends (specification of the API, section 2.3).</summary>
internal sealed record ExpirationContract(string Type, DateTimeOffset? EndDateTime, TimeSpan? Duration)
{
    public const string NotSpecified = "notSpecified";
    public const string NoExpiration = "noExpiration";
    public const string AfterDateTime = "afterDateTime";
    public const string AfterDuration = "afterDuration";

    public static ExpirationContract Of(Expiration? expiration) => expiration switch
    {
        null => new(NotSpecified, EndDateTime: null, Duration: null),
        Expiration.Never => new(NoExpiration, EndDateTime: null, Duration: null),
        Expiration.AfterDateTime(var end) => new(AfterDateTime, end, Duration: null),
        Expiration.AfterDuration(var duration) => new(AfterDuration, EndDateTime: null, duration),
        _ => throw new UnreachableException(),
    };
}
