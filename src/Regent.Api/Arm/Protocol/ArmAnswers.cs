using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Regent.Api.OData;
using Regent.Core;
using Regent.Operations.Ports;

namespace Regent.Api.Arm.Protocol;

/// <summary>Turns results into answers of Azure Resource Manager's form (specification of the API, section 3.1).</summary>
internal static class ArmAnswers
{
    /// <summary>What follows from a part of the request, or what is wrong with it.</summary>
    public static Task<IResult> AnswerAsync<T>(this Reading<T> reading, Func<T, Task<IResult>> answer) => reading switch
    {
        Reading<T>.Good(var value) => answer(value),
        Reading<T>.Bad(var flaw) => Task.FromResult(ArmErrors.Of(flaw)),
        _ => throw new UnreachableException(),
    };

    /// <summary>What came of an operation, or why it was refused.</summary>
    public static IResult Answer<T>(this Outcome<T> outcome, Func<T, IResult> answer) => outcome switch
    {
        Outcome<T>.Done(var value) => answer(value),
        Outcome<T>.Refused(var reasons) => ArmErrors.Of(reasons),
        _ => throw new UnreachableException(),
    };

    /// <summary>The same, where the answer takes another step.</summary>
    public static Task<IResult> AnswerAsync<T>(this Outcome<T> outcome, Func<T, Task<IResult>> answer) => outcome switch
    {
        Outcome<T>.Done(var value) => answer(value),
        Outcome<T>.Refused(var reasons) => Task.FromResult(ArmErrors.Of(reasons)),
        _ => throw new UnreachableException(),
    };

    /// <summary>One stretch of a list.</summary>
    public static IResult List<T>(this ArmCall call, Page<T> page, Func<T, object> contract) => new Answered(
        StatusCodes.Status200OK,
        new ListContract(page.Items.Select(contract).ToList(), page.Next is { } next ? call.Following(next) : null));

    /// <summary>One resource.</summary>
    public static IResult Item(object contract, int status = StatusCodes.Status200OK) => new Answered(status, contract);

    private sealed record ListContract(IReadOnlyList<object> Value, string? NextLink);

    private sealed class Answered(int status, object body) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = "application/json; charset=utf-8";
            return JsonSerializer.SerializeAsync(httpContext.Response.Body, body, body.GetType(), ArmJson.Options, httpContext.RequestAborted);
        }
    }
}
