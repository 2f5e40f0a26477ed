using System.Net;
using System.Text.Json;
using Regent.Core.Targets;

namespace Regent.Targets.Scim;

/// <summary>What an application answered to one call.</summary>
/// <param name="Status">The status; null when no answer came.</param>
/// <param name="Body">What it said; undefined when nothing.</param>
/// <param name="ETag">The version of what it said.</param>
/// <param name="Trouble">Why it is not what was asked for; null when it is.</param>
internal sealed record ScimReply(HttpStatusCode? Status, JsonElement Body, string? ETag, TargetAnswer? Trouble)
{
    /// <summary>How long it was, in bytes.</summary>
    public int Size { get; init; }

    public bool IsMissing => Status == HttpStatusCode.NotFound;

    /// <summary>Whether somebody else changed the same thing in between, or a version has to be named.</summary>
    public bool IsOutrun => Status is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict or HttpStatusCode.PreconditionRequired;

    /// <summary>Whether the fault may lie with one of several things that were asked for at once.</summary>
    public bool MayBeOneOfMany => Trouble?.Result == TargetResult.Refused
        && Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented);

    public static ScimReply Failed(TargetAnswer why, HttpStatusCode? status = null) => new(status, default, ETag: null, why);
}
