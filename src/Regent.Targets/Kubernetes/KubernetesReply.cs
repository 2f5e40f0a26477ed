using System.Net;
using Regent.Core.Targets;

namespace Regent.Targets.Kubernetes;

/// <summary>What an API server answered to one call.</summary>
/// <param name="Value">What was asked for; null when there was trouble.</param>
/// <param name="Status">The status where it was not as asked; null when no answer came.</param>
/// <param name="Trouble">Why it is not what was asked for; null when it is.</param>
internal sealed record KubernetesReply<T>(T? Value, HttpStatusCode? Status, TargetAnswer? Trouble)
{
    public bool IsMissing => Status == HttpStatusCode.NotFound;

    public bool IsConflict => Status == HttpStatusCode.Conflict;
}
