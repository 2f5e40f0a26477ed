using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Regent.Api.OData;
using Regent.Core;

namespace Regent.Api.Graph.Protocol;

/// <summary>The one place where a no becomes a status and a code of Graph's (specification, section 4).</summary>
internal static class GraphErrors
{
    private const string BadRequest = "Request_BadRequest";
    private const string UnknownObject = "Request_ResourceNotFound";
    private const string RequestDenied = "Authorization_RequestDenied";

    /// <summary>There is nobody and nothing in the directory by this name.</summary>
    public static IResult NoSuchObject(string id) => Result(new GraphError(
        StatusCodes.Status404NotFound, UnknownObject, $"Resource '{id}' does not exist."));

    /// <summary>There is no such item for the caller.</summary>
    public static IResult NoSuchItem(string id) => Result(new GraphError(
        StatusCodes.Status404NotFound, "ResourceNotFound", $"The resource '{id}' was not found."));

    /// <summary>Nobody has a picture.</summary>
    public static IResult NoImage { get; } = Result(new GraphError(StatusCodes.Status404NotFound, "ImageNotFound", "There is no photo."));

    /// <summary>The list is answered only where one of some filters narrows it.</summary>
    public static IResult TooWide(string message) =>
        Result(new GraphError(StatusCodes.Status400BadRequest, "MissingProvider", message) with { Target = "$filter" });

    /// <summary>The list has to be asked for by scope, and was not.</summary>
    public static IResult WithoutScope(string example) => TooWide($"Say in $filter what the scope is: {example}.");

    /// <summary>The caller may not do this.</summary>
    public static IResult Denied(string why) => Result(new GraphError(StatusCodes.Status403Forbidden, RequestDenied, why));

    /// <summary>The request could not be read.</summary>
    public static IResult Of(Flaw flaw) => Result(Error(flaw));

    /// <summary>The request was refused, for at least one reason.</summary>
    public static IResult Of(IReadOnlyList<Refusal> reasons) => Result(Error(reasons));

    /// <summary>What to say to a status that came without a word.</summary>
    public static GraphError Of(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => new(status, "InvalidAuthenticationToken", "The access token is missing, not valid, or expired."),
        StatusCodes.Status403Forbidden => new(status, RequestDenied, "Insufficient privileges to complete the operation."),
        StatusCodes.Status404NotFound => new(status, "ResourceNotFound", "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => new(status, BadRequest, "This method is not allowed at this address."),
        StatusCodes.Status413PayloadTooLarge => new(status, BadRequest, "The body is too large."),
        StatusCodes.Status415UnsupportedMediaType => new(status, BadRequest, "The body must be application/json."),
        StatusCodes.Status429TooManyRequests => new(status, "TooManyRequests", "Too many requests. Try again later."),
        >= StatusCodes.Status500InternalServerError => new(status, "InternalServerError", "The server could not carry out this request."),
        _ => new(status, BadRequest, "The request could not be read."),
    };

    /// <summary>Sends the no.</summary>
    public static Task WriteAsync(HttpContext context, GraphError error)
    {
        var ids = GraphIds.Of(context);
        var details = error.Details.Select(Detailed).ToList();
        var inner = new Dictionary<string, object>
        {
            ["date"] = Envelope.Now(context).UtcDateTime.ToString("s"),
            ["request-id"] = ids.Request,
            ["client-request-id"] = ids.Client,
        };
        var body = new Dictionary<string, object> { ["code"] = error.Code, ["message"] = error.Message };
        if (error.Target is { } target)
        {
            body["target"] = target;
        }

        if (details.Count > 0)
        {
            body["details"] = details;
        }

        if (error.Trace.Count > 0)
        {
            inner["trace"] = error.Trace.Select(Traced).ToList();
        }

        body["innerError"] = inner;
        context.Response.StatusCode = error.Status;
        context.Response.ContentType = "application/json";
        return JsonSerializer.SerializeAsync(context.Response.Body, new { error = body }, GraphJson.Options, context.RequestAborted);
    }

    private static Dictionary<string, string> Detailed((string Code, string Message, string? Target) reason)
    {
        var detail = new Dictionary<string, string> { ["code"] = reason.Code, ["message"] = reason.Message };
        if (reason.Target is { } target)
        {
            detail["target"] = target;
        }

        return detail;
    }

    private static object Traced((string Rule, Finding Finding) failed) => new
    {
        rule = failed.Rule,
        explanation = failed.Finding.Explanation,
        remedy = failed.Finding.Remedy,
        facts = failed.Finding.Facts.Select(fact => new { name = fact.Name, value = fact.Value }),
    };

    private static GraphError Error(Flaw flaw) => flaw.Kind switch
    {
        FlawKind.Query => new GraphError(StatusCodes.Status400BadRequest, "BadRequest", flaw.Message),
        FlawKind.UnsupportedQuery => new GraphError(StatusCodes.Status400BadRequest, "Request_UnsupportedQuery", flaw.Message),
        FlawKind.Body => new GraphError(StatusCodes.Status400BadRequest, BadRequest, flaw.Message),
        FlawKind.Content => new GraphError(StatusCodes.Status400BadRequest, "InvalidRoleAssignmentRequest", flaw.Message),
        FlawKind.Scope => new GraphError(StatusCodes.Status400BadRequest, "InvalidScope", flaw.Message),
        FlawKind.MediaType => new GraphError(StatusCodes.Status415UnsupportedMediaType, BadRequest, flaw.Message),
        FlawKind.TooLarge => new GraphError(StatusCodes.Status413PayloadTooLarge, BadRequest, flaw.Message),
    } with
    { Target = flaw.Target };

    private static GraphError Error(IReadOnlyList<Refusal> reasons) => Folded(reasons) with
    {
        Trace = [.. reasons.Where(reason => reason.Finding is not null).Select(reason => (reason.Code.ToString(), reason.Finding!))],
    };

    private static GraphError Folded(IReadOnlyList<Refusal> reasons) => PolicyFailure.Other(reasons) is { } other
        ? Error(other) with { Target = other.Target, Details = reasons.Count > 1 ? PolicyFailure.Details(reasons) : [] }
        : new GraphError(StatusCodes.Status400BadRequest, PolicyFailure.Code, PolicyFailure.Message(reasons)) { Details = PolicyFailure.Details(reasons) };

    private static GraphError Error(Refusal reason) => reason.Code switch
    {
        RefusalCode.AuthorizationRequestDenied or RefusalCode.SelfApprovalNotAllowed =>
            new(StatusCodes.Status403Forbidden, RequestDenied, reason.Message),
        RefusalCode.RequestAlreadyDecided or RefusalCode.PolicyChangedMeanwhile or RefusalCode.TargetChangedMeanwhile =>
            new(StatusCodes.Status409Conflict, "Conflict", reason.Message),
        RefusalCode.PrincipalNotFound or RefusalCode.MembershipDoesNotExist => new(StatusCodes.Status404NotFound, UnknownObject, reason.Message),
        RefusalCode.TargetNotFound => new(StatusCodes.Status404NotFound, reason.Code.ToString(), reason.Message),
        RefusalCode.MembershipExists or RefusalCode.MembershipNotAllowed => new(StatusCodes.Status400BadRequest, BadRequest, reason.Message),
        _ => new(StatusCodes.Status400BadRequest, reason.Code.ToString(), reason.Message),
    };

    private static ErrorResult Result(GraphError error) => new ErrorResult(error);

    private sealed class ErrorResult(GraphError error) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, error);
    }
}
