using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Regent.Api.OData;
using Regent.Core;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Protocol;

/// <summary>Turns results into answers of Graph's form (specification of the API, section 1.4).</summary>
internal static class GraphAnswers
{
    private const string ContentType =
        "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    /// <summary>What follows from a part of the request, or what is wrong with it.</summary>
    public static Task<IResult> AnswerAsync<T>(this Reading<T> reading, Func<T, Task<IResult>> answer) => reading switch
    {
        Reading<T>.Good(var value) => answer(value),
        Reading<T>.Bad(var flaw) => Task.FromResult(GraphErrors.Of(flaw)),
        _ => throw new UnreachableException(),
    };

    /// <summary>What came of an operation, or why it was refused.</summary>
    public static IResult Answer<T>(this Outcome<T> outcome, Func<T, IResult> answer) => outcome switch
    {
        Outcome<T>.Done(var value) => answer(value),
        Outcome<T>.Refused(var reasons) => GraphErrors.Of(reasons),
        _ => throw new UnreachableException(),
    };

    /// <summary>The same, where there is more to be done before the answer.</summary>
    public static Task<IResult> AnswerAsync<T>(this Outcome<T> outcome, Func<T, Task<IResult>> answer) => outcome switch
    {
        Outcome<T>.Done(var value) => answer(value),
        Outcome<T>.Refused(var reasons) => Task.FromResult(GraphErrors.Of(reasons)),
        _ => throw new UnreachableException(),
    };

    /// <summary>One stretch of a list.</summary>
    /// <param name="call">The request.</param>
    /// <param name="set">What the list is called in the schema.</param>
    /// <param name="query">What was asked for.</param>
    /// <param name="page">What was found.</param>
    /// <param name="contract">One item as its contract.</param>
    /// <param name="typed">Whether each item says of which type it is.</param>
    public static IResult List<T>(
        this GraphCall call, string set, ODataQuery query, Page<T> page, Func<T, object> contract, bool typed = false)
    {
        var body = new JsonObject { ["@odata.context"] = Context(call, set, query.Selection) };
        if (page.Total is { } total)
        {
            body["@odata.count"] = total;
        }

        // Who asks for none is asking for nothing but the length of the list.
        var isEmpty = query.Top == 0;
        if (page.Next is { } next && !isEmpty)
        {
            body["@odata.nextLink"] = call.Following(next);
        }

        body["value"] = new JsonArray([.. page.Items.Where(_ => !isEmpty).Select(item => Shown.Of(contract(item), query.Selection, typed))]);
        return new Answered(StatusCodes.Status200OK, body);
    }

    /// <summary>One item.</summary>
    /// <param name="call">The request.</param>
    /// <param name="set">What the list it is in is called in the schema.</param>
    /// <param name="selection">What is wanted to be seen of it.</param>
    /// <param name="contract">The item.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="typed">Whether it says of which type it is.</param>
    public static IResult Item(
        this GraphCall call, string set, Selection selection, object contract, int status = StatusCodes.Status200OK, bool typed = false)
    {
        var body = Shown.Of(contract, selection, typed);
        body.Insert(0, "@odata.context", $"{Context(call, set, selection)}/$entity");
        return new Answered(status, body);
    }

    /// <summary>An item that was just made.</summary>
    /// <param name="call">The request.</param>
    /// <param name="set">What the list it is in is called in the schema, and where that list is.</param>
    /// <param name="id">Its id; null when it was not kept.</param>
    /// <param name="contract">The item.</param>
    public static IResult Made(this GraphCall call, string set, string? id, object contract)
    {
        if (id is not null)
        {
            call.Http.Response.Headers.Location = $"{call.Root}/{set}/{id}";
        }

        return call.Item(set, Selection.Default, contract, StatusCodes.Status201Created);
    }

    /// <summary>An answer that is neither a list nor an item.</summary>
    public static IResult Whole(JsonObject body) => new Answered(StatusCodes.Status200OK, body);

    /// <summary>A bare number, the length of a list.</summary>
    public static IResult Count<T>(Page<T> page) => Results.Text((page.Total ?? 0).ToString(CultureInfo.InvariantCulture));

    private static string Context(GraphCall call, string set, Selection selection) => $"{call.Root}/$metadata#{set}{selection}";

    private sealed class Answered(int status, JsonObject body) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = ContentType;
            return httpContext.Response.WriteAsync(body.ToJsonString(GraphJson.Options), httpContext.RequestAborted);
        }
    }
}
