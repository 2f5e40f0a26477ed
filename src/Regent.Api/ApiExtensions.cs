using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Regent.Api.Access;
using Regent.Api.Arm;
using Regent.Api.Arm.Protocol;
using Regent.Api.Graph;
using Regent.Api.Graph.Batch;
using Regent.Api.Graph.Protocol;
using Regent.Api.OpenApi;
using Regent.Operations.Ports;

namespace Regent.Api;

/// <summary>The API's door: what the host adds, and what it maps.</summary>
public static class ApiExtensions
{
    /// <summary>The authorization policy every address of Graph demands. The host defines it, for bearer tokens only.</summary>
    public const string BearerPolicy = "Bearer";

    /// <summary>The same for Azure Resource Manager, whose tokens are not good for Graph, and the reverse.</summary>
    public const string ArmBearerPolicy = "ArmBearer";

    /// <summary>The bound on what one caller may ask, which every address of the API keeps. The host defines it.</summary>
    public const string CallerLimit = "ApiCaller";

    /// <summary>Adds what the API's handlers need.</summary>
    public static IServiceCollection AddRegentApi(this IServiceCollection services) => services
        .AddSingleton<Envelope, ArmEnvelope>().AddSingleton<Envelope, GraphEnvelope>().AddSingleton<Envelope, AccessEnvelope>().AddSingleton<ApiMethods>()
        .AddExceptionHandler<Breakdown>().AddSingleton<BatchPipeline>();

    /// <summary>Adds the permissions that programs can be given; whoever registers programs needs them, also without the API.</summary>
    public static IServiceCollection AddRegentPermissions(this IServiceCollection services) => services
        .AddSingleton<IPermissionCatalog, PermissionCatalog>();

    /// <summary>Brings the API's addresses into the form its routes know, and finds the scopes in those of ARM. Comes before routing.</summary>
    public static WebApplication UseRegentApiAddresses(this WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<BatchPipeline>().Before);
        app.UseMiddleware<ArmAddresses>();
        app.UseMiddleware<GraphAddresses>();
        app.UseMiddleware<AccessAddresses>();

        return app;
    }

    /// <summary>Gives answers of the API their headers and every no its form. Comes before authentication.</summary>
    public static WebApplication UseRegentApi(this WebApplication app)
    {
        app.UseMiddleware<Envelopes>();

        return app;
    }

    /// <summary>Maps the API's addresses.</summary>
    /// <param name="app">The server.</param>
    /// <param name="tokens">Where tokens are given out, for the description.</param>
    public static WebApplication MapRegentApi(this WebApplication app, TokenPlaces tokens)
    {
        var api = app.MapGroup("").RequireRateLimiting(CallerLimit).WithMetadata(new ApiAddress());
        GraphRoutes.Map(api.MapGroup("").RequireAuthorization(BearerPolicy));
        AccessRoutes.Map(api.MapGroup("").RequireAuthorization(BearerPolicy));
        PublishedFiles.Map(api);
        ArmRoutes.Map(api.MapGroup("").RequireAuthorization(ArmBearerPolicy));
        Description.Map(api, tokens);

        return app;
    }
}
