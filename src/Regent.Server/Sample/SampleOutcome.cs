using Regent.Core;

namespace Regent.Server.Sample;

/// <summary>The sample breaks no rule; where it does, the server must not start with half of it.</summary>
internal static class SampleOutcome
{
    public static async Task<T> ExpectedAsync<T>(this Task<Outcome<T>> act) => await act is Outcome<T>.Done(var value)
        ? value
        : throw new InvalidOperationException("The sample organisation breaks a rule.");
}
