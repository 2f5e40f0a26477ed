using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Regent.Api.Arm;
using Regent.Api.Arm.Protocol;
using Regent.Api.Graph;
using Regent.Api.Graph.Protocol;

namespace Regent.Api;

/// <summary>The API's door: what the host adds, and what it maps.</summary>
public static class ApiExtensions
{
    /// <summary>The authorization policy every address of the API demands. The host defines it, for bearer tokens only.</summary>
    public const string BearerPolicy = "Bearer";

    /// <summary>Adds what the API's handlers need.</summary>
    public static IServiceCollection AddRegentApi(this IServiceCollection services) => services
        .AddExceptionHandler<GraphBreakdown>().AddExceptionHandler<ArmBreakdown>();

    /// <summary>Finds the scopes in the addresses of Azure Resource Manager. Comes before routing.</summary>
    public static WebApplication UseRegentApiAddresses(this WebApplication app)
    {
        app.UseMiddleware<ArmAddresses>();

        return app;
    }

    /// <summary>Gives answers of the API their headers and every no its form. Comes before authentication.</summary>
    public static WebApplication UseRegentApi(this WebApplication app)
    {
        app.UseWhen(context => ArmAddress.Of(context) is not null, api => api.UseMiddleware<ArmEnvelope>());
        app.UseWhen(context => GraphEnvelope.Covers(context.Request.Path), api => api.UseMiddleware<GraphEnvelope>());

        return app;
    }

    /// <summary>Maps the API's addresses.</summary>
    public static WebApplication MapRegentApi(this WebApplication app)
    {
        GraphRoutes.Map(app, BearerPolicy);
        ArmRoutes.Map(app, BearerPolicy);

        return app;
    }
}
