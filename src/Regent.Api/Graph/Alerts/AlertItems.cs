using Microsoft.AspNetCore.Http;
using Regent.Api.Graph.Protocol;
using Regent.Core;
using Regent.Core.Alerts;
using Regent.Operations;
using Regent.Operations.Alerts;

namespace Regent.Api.Graph.Alerts;

/// <summary>Finds the one alert that an address names.</summary>
internal static class AlertItems
{
    public static async Task<IResult> FindAsync(
        GraphCall call, string id, Tenant tenant, ListAlerts list, Func<Alert, Task<IResult>> answer, CancellationToken ct) =>
        (AlertIds.Read(id, tenant), await list.ExecuteAsync(call.Caller, ct)) switch
        {
            ({ } kind, Outcome<IReadOnlyList<Alert>>.Done(var all)) => await answer(all.Single(alert => alert.Kind == kind)),
            (_, Outcome<IReadOnlyList<Alert>>.Refused(var reasons)) => GraphErrors.Of(reasons),
            _ => GraphErrors.NoSuchItem(id),
        };

    /// <summary>What came of an operation, where what it could not find is the item that the address names.</summary>
    public static IResult AnswerAbout<T>(this Outcome<T> outcome, string id, Func<T, IResult> answer) => outcome switch
    {
        Outcome<T>.Refused([{ Code: RefusalCode.AlertNotFound }]) => GraphErrors.NoSuchItem(id),
        _ => outcome.Answer(answer),
    };
}
