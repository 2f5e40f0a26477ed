using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Regent.Server.Tests.Api.Conformance;

/// <summary>Stands in front of a server and holds every answer of its API against the published descriptions.</summary>
/// <param name="witness">The test class that uses the server, where its word counts.</param>
internal sealed class ConformanceRecorder(string? witness) : IStartupFilter
{
    private readonly ConcurrentQueue<string> violations = new();

    /// <summary>What was wrong with answers so far, one line each.</summary>
    public IReadOnlyList<string> Violations => [.. violations.Distinct().Order()];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(CheckAsync);
        next(app);
    };

    private async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        // The address as it was sent: it is made regular on its way in.
        var (method, path) = (context.Request.Method, context.Request.Path.Value ?? "");
        if (ApiDescription.Find(method, path) is not var (description, operation))
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        using var kept = new MemoryStream();
        context.Response.Body = kept;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        kept.Position = 0;
        await kept.CopyToAsync(body, context.RequestAborted);
        var problems = Problems(description, operation, context.Response, kept);
        foreach (var problem in problems)
        {
            violations.Enqueue($"{operation} -> {context.Response.StatusCode}{Regex.Replace(problem, @"\[\d+\]", "[]")}");
        }

        if (witness is not null && problems.Count == 0 && context.Response.StatusCode < 300 && operation.IsAtVersionOf(path))
        {
            foreach (var same in description.Same(operation, path))
            {
                Witnesses.Saw(witness, same);
            }
        }
    }

    private static IReadOnlyList<string> Problems(ApiDescription description, ApiOperation operation, HttpResponse response, MemoryStream body)
    {
        if (operation.Answer(response.StatusCode) is not { } declared)
        {
            return [": this status is not declared"];
        }

        var schema = description.Resolve(declared)["content"]?["application/json"]?["schema"];
        return (schema, body.Length) switch
        {
            (null, 0) => [],
            (null, _) => response.ContentType?.StartsWith("text/plain", StringComparison.Ordinal) == true ? [] : [": nothing is declared, yet there is a body"],
            (_, 0) => [": there is no body"],
            _ => Parsed(body) is { } answer ? SchemaCheck.Of(description, schema, answer) : [": the body is no JSON"],
        };
    }

    private static JsonNode? Parsed(MemoryStream body)
    {
        try
        {
            return JsonNode.Parse(body.ToArray());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
