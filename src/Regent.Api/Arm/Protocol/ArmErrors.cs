using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Regent.Api.OData;
using Regent.Core;

namespace Regent.Api.Arm.Protocol;

/// <summary>The one place where a no becomes a status and a code of Azure Resource Manager's (specification of the API, section 3.7).</summary>
internal static class ArmErrors
{
    private const string BadRequest = "InvalidRequestContent";
    private const string Denied = "AuthorizationFailed";
    private const string NotFound = "ResourceNotFound";

    /// <summary>There is no such resource for the caller.</summary>
    public static IResult NoSuch(string type, string name) => Result(new ArmError(
        StatusCodes.Status404NotFound,
        type.EndsWith("Requests", StringComparison.Ordinal) ? $"{char.ToUpperInvariant(type[0])}{type[1..^1]}NotFound" : NotFound,
        $"There is no '{name}' among the {type} here."));

    /// <summary>The request could not be read.</summary>
    public static IResult Of(Flaw flaw) => Result(Error(flaw));

    /// <summary>The request was refused, for at least one reason.</summary>
    public static IResult Of(IReadOnlyList<Refusal> reasons) => Result(Error(reasons));

    /// <summary>A no of its own.</summary>
    public static IResult Of(ArmError error) => Result(error);

    /// <summary>What to say to a status that came without a word.</summary>
    public static ArmError Of(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => new(status, "AuthenticationFailed", "The access token is missing, not valid, or expired."),
        StatusCodes.Status403Forbidden => new(status, Denied, "The caller may not do this here."),
        StatusCodes.Status404NotFound => new(status, NotFound, "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => new(status, "HttpMethodNotSupported", "This method is not allowed at this address."),
        StatusCodes.Status413PayloadTooLarge => new(status, "RequestEntityTooLarge", "The body is too large."),
        StatusCodes.Status415UnsupportedMediaType => new(status, "UnsupportedMediaType", "The body must be application/json."),
        StatusCodes.Status429TooManyRequests => new(status, "TooManyRequests", "Too many requests. Try again later."),
        >= StatusCodes.Status500InternalServerError => new(status, "InternalServerError", "The server could not carry out this request."),
        _ => new(status, BadRequest, "The request could not be read."),
    };

    /// <summary>Sends the no.</summary>
    public static Task WriteAsync(HttpContext context, ArmError error)
    {
        var body = new Dictionary<string, object> { ["code"] = error.Code, ["message"] = error.Message };
        if (error.Target is { } target)
        {
            body["target"] = target;
        }

        if (error.Details.Count > 0)
        {
            body["details"] = error.Details.Select(detail => new { code = detail.Code, message = detail.Message, target = detail.Target }).ToList();
        }

        if (error.AdditionalInfo.Count > 0)
        {
            body["additionalInfo"] = error.AdditionalInfo;
        }

        context.Response.StatusCode = error.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers["x-ms-error-code"] = error.Code;
        context.Response.Headers["x-ms-failure-cause"] = "service";
        return JsonSerializer.SerializeAsync(context.Response.Body, new { error = body }, ArmJson.Options, context.RequestAborted);
    }

    private static ArmError Error(Flaw flaw) => flaw.Kind switch
    {
        FlawKind.Query => new ArmError(StatusCodes.Status400BadRequest, "InvalidFilter", flaw.Message),
        FlawKind.UnsupportedQuery => new ArmError(StatusCodes.Status400BadRequest, "UnsupportedQuery", flaw.Message),
        FlawKind.Body => new ArmError(StatusCodes.Status400BadRequest, BadRequest, flaw.Message),
        FlawKind.Content => new ArmError(StatusCodes.Status400BadRequest, "InvalidRoleAssignmentRequest", flaw.Message),
        FlawKind.Scope => new ArmError(StatusCodes.Status400BadRequest, "InvalidScope", flaw.Message),
        FlawKind.MediaType => new ArmError(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", flaw.Message),
        FlawKind.TooLarge => new ArmError(StatusCodes.Status413PayloadTooLarge, "RequestEntityTooLarge", flaw.Message),
    } with
    { Target = flaw.Target };

    private static ArmError Error(IReadOnlyList<Refusal> reasons) => Folded(reasons) with
    {
        AdditionalInfo = [.. reasons.Where(reason => reason.Finding is not null).Select(Traced)],
    };

    private static ArmError Folded(IReadOnlyList<Refusal> reasons) => PolicyFailure.Other(reasons) is { } other
        ? Error(other) with { Target = other.Target, Details = reasons.Count > 1 ? PolicyFailure.Details(reasons) : [] }
        : new ArmError(StatusCodes.Status400BadRequest, PolicyFailure.Code, PolicyFailure.Message(reasons)) { Details = PolicyFailure.Details(reasons) };

    private static object Traced(Refusal reason) => new
    {
        type = reason.Code.ToString(),
        info = new
        {
            explanation = reason.Finding!.Explanation,
            remedy = reason.Finding.Remedy,
            facts = reason.Finding.Facts.Select(fact => new { name = fact.Name, value = fact.Value }),
        },
    };

    private static ArmError Error(Refusal reason) => reason.Code switch
    {
        RefusalCode.AuthorizationRequestDenied or RefusalCode.SelfApprovalNotAllowed =>
            new(StatusCodes.Status403Forbidden, Denied, reason.Message),
        RefusalCode.RequestAlreadyDecided or RefusalCode.PolicyChangedMeanwhile =>
            new(StatusCodes.Status409Conflict, "Conflict", reason.Message),
        RefusalCode.RoleAssignmentRequestExists => new(StatusCodes.Status409Conflict, reason.Code.ToString(), reason.Message),
        RefusalCode.RoleAssignmentRequestNotFound =>
            new(StatusCodes.Status404NotFound, "RoleAssignmentScheduleRequestNotFound", reason.Message),
        _ => new(StatusCodes.Status400BadRequest, reason.Code.ToString(), reason.Message),
    };

    private static ErrorResult Result(ArmError error) => new(error);

    private sealed class ErrorResult(ArmError error) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, error);
    }
}
