using Microsoft.AspNetCore.Http;

namespace Regent.Api.Graph.Protocol;

/// <summary>How answers below Graph's addresses look.</summary>
internal sealed class GraphEnvelope : Envelope
{
    public const string Beta = "beta";

    public static readonly string[] Versions = ["v1.0", Beta];

    /// <summary>Whether a path in the form the routes know is for Graph.</summary>
    public static bool Covers(PathString path) => Array.Exists(Versions, version => path.StartsWithSegments($"/{version}"));

    public override bool IsFor(HttpContext context) => Covers(context.Request.Path);

    protected override void Name(HttpContext context, DateTimeOffset now) => GraphIds.Name(context, now);

    protected override void WriteHeaders(HttpContext context)
    {
        var headers = context.Response.Headers;
        GraphIds.Of(context).WriteTo(headers);
        headers["OData-Version"] = "4.0";
    }

    protected override Task WriteAsync(HttpContext context, int status, string? why) =>
        GraphErrors.WriteAsync(context, GraphErrors.Of(status) is var usual && why is null ? usual : usual with { Message = why });
}
