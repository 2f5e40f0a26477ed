using Microsoft.AspNetCore.Http;
using Regent.Api.Graph.Protocol;

namespace Regent.Api.Access;

/// <summary>How answers below the addresses of Regent's own look: a no has Graph's form.</summary>
internal sealed class AccessEnvelope : Envelope
{
    public override bool IsFor(HttpContext context) => AccessRoutes.Covers(context.Request.Path);

    protected override void Name(HttpContext context, DateTimeOffset now) => GraphIds.Name(context, now);

    protected override void WriteHeaders(HttpContext context) => GraphIds.Of(context).WriteTo(context.Response.Headers);

    protected override Task WriteAsync(HttpContext context, int status, string? why) =>
        GraphErrors.WriteAsync(context, GraphErrors.Of(status) is var usual && why is null ? usual : usual with { Message = why });
}
