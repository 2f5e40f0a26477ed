using System.Diagnostics;
using Regent.Core;

namespace Regent.Operations;

/// <summary>Carries an outcome on: a refusal stays one, a result goes to the next step.</summary>
public static class OutcomeFlow
{
    public static Outcome<TNext> Then<T, TNext>(this Outcome<T> outcome, Func<T, Outcome<TNext>> next) => outcome switch
    {
        Outcome<T>.Done(var value) => next(value),
        Outcome<T>.Refused(var reasons) => new Outcome<TNext>.Refused(reasons),
        _ => throw new UnreachableException(),
    };

    public static Task<Outcome<TNext>> ThenAsync<T, TNext>(this Outcome<T> outcome, Func<T, Task<TNext>> next) =>
        outcome.ThenAsync(async value => (Outcome<TNext>)await next(value));

    public static async Task<Outcome<TNext>> ThenAsync<T, TNext>(this Outcome<T> outcome, Func<T, Task<Outcome<TNext>>> next) => outcome switch
    {
        Outcome<T>.Done(var value) => await next(value),
        Outcome<T>.Refused(var reasons) => new Outcome<TNext>.Refused(reasons),
        _ => throw new UnreachableException(),
    };
}
