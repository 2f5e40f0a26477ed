namespace Regent.Server.Tls;

/// <summary>The door of https.</summary>
internal static class TlsExtensions
{
    /// <summary>Serves https addresses with a certificate of this machine's own, unless one was configured by Kestrel's keys.</summary>
    public static WebApplicationBuilder AddRegentTls(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetSection("Kestrel:Certificates:Default").Exists())
        {
            return builder;
        }

        builder.Services.AddSingleton(provider => new LocalCertificates(
            builder.Configuration["Regent:Data"] ?? "data", provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddHostedService<TlsAnnouncer>();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
        {
            var certificates = kestrel.ApplicationServices.GetRequiredService<LocalCertificates>();
            // Made before anybody asks, so that it can be trusted in time; asked for each time, so that it is renewed in time.
            certificates.Current();
            https.ServerCertificateSelector = (_, _) => certificates.Current();
        }));
        return builder;
    }
}
