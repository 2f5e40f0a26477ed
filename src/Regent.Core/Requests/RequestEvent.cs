using Regent.Core.Principals;

namespace Regent.Core.Requests;

/// <summary>Something that happened to a request, when, by whom, and with which words.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who did it; null when time did.</param>
/// <param name="Reason">The words given with it.</param>
public sealed record RequestEvent(RequestEventKind Kind, DateTimeOffset At, PrincipalId? Actor, string? Reason);
