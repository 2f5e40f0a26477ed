using System.Text.Json;
using Azure;
using Azure.Identity;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Identity.Client;
using Microsoft.Kiota.Abstractions;
using Regent.Core.Targets;

namespace Regent.Targets;

/// <summary>What an error on the way to a tenant means.</summary>
internal static class TenantTrouble
{
    /// <summary>The failed call; null when the error is none of the target's.</summary>
    public static TenantReply<T>? Of<T>(Exception error) => error switch
    {
        ODataError { Error: { } said } told => Said<T>(told.ResponseStatusCode, said.Code, said.Message),
        ApiException told when told.ResponseStatusCode > 0 => Said<T>(told.ResponseStatusCode, code: null, told.Message),
        AuthenticationFailedException => SignIn<T>(error),
        _ when Chain(error).Any(TargetHttp.IsLost) => TenantReply<T>.Failed(TargetAnswer.Unreachable(TargetHttp.WordsOf(error))),
        RequestFailedException or ApiException => TenantReply<T>.Failed(TargetAnswer.Unreachable(TargetHttp.WordsOf(error))),
        JsonException or InvalidOperationException =>
            TenantReply<T>.Failed(TargetAnswer.Refused("The answer is not what Microsoft Graph sends; does the URL lead there?")),
        _ => null,
    };

    /// <summary>An error as it was answered.</summary>
    public static TenantReply<T> Said<T>(int status, string? code, string? message)
    {
        var words = string.Join(": ", new[] { code, message }.Where(part => !string.IsNullOrWhiteSpace(part)));
        var answer = status switch
        {
            429 => TargetAnswer.Unreachable($"The target is busy (429). {words}"),
            >= 500 => TargetAnswer.Unreachable($"{status} {words}"),
            >= 300 and < 400 => TargetAnswer.Refused($"The address leads elsewhere ({status}), which is not followed."),
            _ => TargetAnswer.Refused($"{status} {words}"),
        };
        return new TenantReply<T>(default, answer, status, code);
    }

    // The first line is the reason; the lines below it are for support calls.
    private static TenantReply<T> SignIn<T>(Exception error)
    {
        var refusal = Chain(error).OfType<MsalServiceException>().FirstOrDefault(one => one.StatusCode is >= 400 and < 500 and not 429);
        return TenantReply<T>.Failed(refusal is null
            ? TargetAnswer.Unreachable($"No token was had: {TargetHttp.WordsOf(error)}")
            : TargetAnswer.Refused($"Sign-in was refused: {refusal.ErrorCode}: {refusal.Message.Split('\n', '\r')[0]}"));
    }

    private static IEnumerable<Exception> Chain(Exception error)
    {
        for (var one = error; one is not null; one = one.InnerException)
        {
            yield return one;
        }
    }
}
