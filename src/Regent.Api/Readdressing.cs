using Microsoft.AspNetCore.Http;

namespace Regent.Api;

/// <summary>Lets a request be routed as another than it was sent.</summary>
internal static class Readdressing
{
    /// <summary>
    /// Goes on with this path, and with GET where only the head of an answer is wanted; the server itself leaves out the rest. The request is
    /// as it was again for whoever looks at the answer.
    /// </summary>
    public static async Task AsAsync(this RequestDelegate next, HttpContext context, PathString path)
    {
        var request = context.Request;
        var sent = (request.Method, request.Path);
        request.Path = path;
        request.Method = HttpMethods.IsHead(request.Method) ? HttpMethods.Get : request.Method;
        try
        {
            await next(context);
        }
        finally
        {
            (request.Method, request.Path) = sent;
        }
    }
}
