using Regent.Api.Rules;

namespace Regent.Api.Graph.Policies;

/// <summary>A policy as it is sent: the rules that are to change. Nothing else of it can.</summary>
internal sealed record PolicyBody(IReadOnlyList<RuleBody?>? Rules);
