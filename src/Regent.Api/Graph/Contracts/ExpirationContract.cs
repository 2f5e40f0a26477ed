using System.Diagnostics;
using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Policies;

namespace Regent.Api.Graph.Contracts;

/// <summary>When something ends (specification of the API, section 2.3).</summary>
internal sealed record ExpirationContract(string Type, string? EndDateTime, string? Duration)
{
    public const string NotSpecified = "notSpecified";
    public const string NoExpiration = "noExpiration";
    public const string AfterDateTime = "afterDateTime";
    public const string AfterDuration = "afterDuration";

    /// <param name="expiration">When it ends; null was not said.</param>
    /// <param name="wording">How that was put, to be repeated; null where nobody did.</param>
    public static ExpirationContract Of(Expiration? expiration, RequestWording? wording) => expiration switch
    {
        null => new(NotSpecified, EndDateTime: null, Duration: null),
        Expiration.Never => new(NoExpiration, EndDateTime: null, Duration: null),
        Expiration.AfterDateTime(var end) => new(AfterDateTime, wording?.End ?? WireTime.Write(end), Duration: null),
        Expiration.AfterDuration(var duration) => new(AfterDuration, EndDateTime: null, wording?.Duration ?? WireDuration.Write(duration)),
        _ => throw new UnreachableException(),
    };
}
