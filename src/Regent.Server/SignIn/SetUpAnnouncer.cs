using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Regent.Server.SignIn;

/// <summary>Tells whoever started the server how to become its first administrator, as long as there is none.</summary>
internal sealed class SetUpAnnouncer(SetUpCodes codes, IServer server, IConfiguration configuration) : Announcer
{
    public override async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await codes.RenewAsync(cancellationToken) is { } code)
        {
            await Console.Out.WriteLineAsync($"""

                Nobody has an account here yet. Become the first administrator:
                  open  {Address()}/sign-in/set-up
                  code  {code}
                The code works once, until the server is started again.

                """);
        }
    }

    private string Address() =>
        (configuration["Regent:PublicUrl"] ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "").TrimEnd('/');
}
