using Microsoft.AspNetCore.Http;

namespace Regent.Api.OpenApi;

/// <summary>What a status means here.</summary>
internal static class AnswerWords
{
    public static string Of(int status) => status switch
    {
        StatusCodes.Status200OK => "Here it is.",
        StatusCodes.Status201Created => "It is made.",
        StatusCodes.Status202Accepted => "It is done; the header 'Location' tells where to read how it went.",
        StatusCodes.Status204NoContent => "It is done, and there is nothing to say.",
        StatusCodes.Status400BadRequest => "The request cannot be read, or a rule says no. The error names the member or the rule.",
        StatusCodes.Status401Unauthorized => "The access token is missing, not valid, or expired.",
        StatusCodes.Status403Forbidden => "The token or the caller may not do this.",
        StatusCodes.Status404NotFound => "There is no such thing for the caller.",
        StatusCodes.Status429TooManyRequests => "Too many requests; the header 'Retry-After' tells when to try again.",
        _ => "It did not work.",
    };
}
