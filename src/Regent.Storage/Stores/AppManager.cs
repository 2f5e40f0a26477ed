using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Lets OpenIddict check secrets against all that a program has.</summary>
internal sealed class AppManager(
    IOpenIddictApplicationCache<AppRow> cache, ILogger<OpenIddictApplicationManager<AppRow>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options, IOpenIddictApplicationStore<AppRow> store, TimeProvider clock)
    : OpenIddictApplicationManager<AppRow>(cache, logger, options, store)
{
    public override ValueTask<bool> ValidateClientSecretAsync(AppRow application, string secret, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(!application.IsPublic && application.ReadSecrets().Any(one => one.IsMetBy(secret, clock.GetUtcNow())));
}
