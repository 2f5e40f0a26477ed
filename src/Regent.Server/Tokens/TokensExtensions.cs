using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using Regent.Api;
using Regent.Server.SignIn;
using Regent.Storage;

namespace Regent.Server.Tokens;

/// <summary>The door of tokens: Regent as the place where registered programs sign people and themselves in.</summary>
internal static class TokensExtensions
{
    private static readonly TimeSpan CodeGoodFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan DeviceGoodFor = TimeSpan.FromMinutes(15);

    /// <summary>Adds the issuing and reading of tokens. Needs <see cref="SignInExtensions.AddRegentSignIn"/>.</summary>
    public static IServiceCollection AddRegentTokens(this IServiceCollection services)
    {
        services.AddSingleton<TokenKeys>().AddSingleton<IConfigureOptions<OpenIddictServerOptions>, IssuerSetUp>();
        services.AddSingleton<Tickets>().AddSingleton<Wishes>().AddSingleton<ConsentViews>().AddScoped<Consents>();
        services.AddOpenIddict()
            .AddCore(core => core.UseRegentStorage())
            .AddServer(Issue)
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.EnableTokenEntryValidation();
            });
        services.AddSingleton<IAuthenticationSchemeProvider, SchemesByAddress>();
        services.AddAuthentication()
            .AddScheme<BearerOptions, BearerHandler>(Schemes.Bearer, options => options.Audience = TokenNames.GraphAudience)
            .AddScheme<BearerOptions, BearerHandler>(Schemes.ArmBearer, options => options.Audience = TokenNames.ArmAudience);
        services.AddAuthorizationBuilder()
            .AddPolicy(ApiExtensions.BearerPolicy, SignInExtensions.Holder(Schemes.Bearer))
            .AddPolicy(ApiExtensions.ArmBearerPolicy, SignInExtensions.Holder(Schemes.ArmBearer));
        return services;
    }

    /// <summary>Understands addresses below a tenant, and has the keys at hand. Comes before routing.</summary>
    public static WebApplication UseRegentTokens(this WebApplication app)
    {
        app.UseTenantPaths();
        app.Use(async (context, next) =>
        {
            if (TokenAddresses.Covers(context.Request.Path))
            {
                await context.RequestServices.GetRequiredService<TokenKeys>().FreshenAsync(context.RequestAborted);
            }

            await next(context);
        });
        return app;
    }

    /// <summary>Maps where people agree, and where programs get tokens. The protocol itself says who may pass there.</summary>
    public static WebApplication MapRegentTokens(this WebApplication app)
    {
        var open = app.MapGroup("").AllowAnonymous().DisableAntiforgery();
        TokenRoute.Map(open);
        UserInfoRoute.Map(open);

        var shown = open.MapGroup("").AddEndpointFilter<RefusedRequests>();
        AuthorizeRoute.Map(shown);
        SignOutRoute.Map(shown);

        var pages = app.MapGroup("").AddEndpointFilter<RefusedRequests>().AddEndpointFilter<FormGuard>().DisableAntiforgery().RequireAuthorization();
        ConsentRoutes.Map(pages);
        DeviceRoutes.Map(pages);
        return app;
    }

    private static void Issue(OpenIddictServerBuilder server)
    {
        server.SetConfigurationEndpointUris("v2.0/.well-known/openid-configuration", ".well-known/openid-configuration")
            .SetJsonWebKeySetEndpointUris("discovery/v2.0/keys")
            .SetAuthorizationEndpointUris(AuthorizeRoute.Address[1..]).SetTokenEndpointUris(TokenRoute.Address[1..])
            .SetDeviceAuthorizationEndpointUris("oauth2/v2.0/devicecode").SetEndUserVerificationEndpointUris(DeviceRoutes.Address[1..])
            .SetEndSessionEndpointUris(SignOutRoute.Address[1..]).SetUserInfoEndpointUris(UserInfoRoute.Address[1..])
            .SetRevocationEndpointUris("oauth2/v2.0/revoke").SetIntrospectionEndpointUris("oauth2/v2.0/introspect");
        server.AllowAuthorizationCodeFlow().AllowDeviceAuthorizationFlow().AllowClientCredentialsFlow().AllowRefreshTokenFlow();
        server.SetAuthorizationCodeLifetime(CodeGoodFor).SetDeviceCodeLifetime(DeviceGoodFor).SetUserCodeLifetime(DeviceGoodFor);
        server.DisableAccessTokenEncryption();

        // What may be asked is in the registration of each program; see Wishes.
        server.DisableScopeValidation().IgnoreScopePermissions().DisableResourceValidation().IgnoreResourcePermissions();
        server.RemoveEventHandler(OpenIddictServerHandlers.Exchange.ValidateGrantedScopes.Descriptor);

        // Clients of the reference say once more what they want when they send a code; see TokenRoute.
        server.RemoveEventHandler(OpenIddictServerHandlers.Exchange.ValidateScopeParameter.Descriptor);

        // Where http is not safe, nobody should sign in to the portal by it either; the tokens make no difference.
        server.UseAspNetCore().DisableTransportSecurityRequirement()
            .EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().EnableUserInfoEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough().EnableEndUserVerificationEndpointPassthrough().EnableErrorPassthrough();
        Courtesies.AddTo(server);
    }
}
