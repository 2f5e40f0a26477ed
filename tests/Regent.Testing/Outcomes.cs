using Regent.Core;

namespace Regent.Testing;

/// <summary>Short ways to say what came of an act.</summary>
public static class Outcomes
{
    public static T Done<T>(this Outcome<T> outcome) => Assert.IsType<Outcome<T>.Done>(outcome).Value;

    public static IReadOnlyList<RefusalCode> Codes<T>(this Outcome<T> outcome) =>
        [.. Assert.IsType<Outcome<T>.Refused>(outcome).Reasons.Select(reason => reason.Code)];

    public static RefusalCode Code<T>(this Outcome<T> outcome) => Assert.Single(outcome.Codes());

    public static string Message<T>(this Outcome<T> outcome) => Assert.Single(Assert.IsType<Outcome<T>.Refused>(outcome).Reasons).Message;
}
