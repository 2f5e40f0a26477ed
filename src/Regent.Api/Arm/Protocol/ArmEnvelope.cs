using Microsoft.AspNetCore.Http;

namespace Regent.Api.Arm.Protocol;

/// <summary>How answers below the addresses of Azure Resource Manager look.</summary>
internal sealed class ArmEnvelope : Envelope
{
    public override bool IsFor(HttpContext context) => ArmAddress.Of(context) is not null;

    public override string PathOf(HttpContext context) => ArmAddress.Of(context)?.Path ?? base.PathOf(context);

    protected override void Name(HttpContext context, DateTimeOffset now) => ArmNames.Name(context, now);

    protected override void WriteHeaders(HttpContext context) => ArmNames.Of(context).WriteTo(context.Response.Headers);

    protected override Task WriteAsync(HttpContext context, int status, string? why) =>
        ArmErrors.WriteAsync(context, ArmErrors.Of(status) is var usual && why is null ? usual : usual with { Message = why });
}
