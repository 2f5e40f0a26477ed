using System.Buffers.Text;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using Regent.Operations;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Regent.Server.Tokens;

/// <summary>What clients of the reference send and expect beyond the standards.</summary>
internal static class Courtesies
{
    private const int SecondsBetweenAsks = 5;

    public static void AddTo(OpenIddictServerBuilder server)
    {
        server.AddEventHandler<ExtractTokenRequestContext>(handler => handler.UseInlineHandler(NameGrantInFull).SetOrder(int.MaxValue - 1000));
        server.AddEventHandler<ValidateDeviceAuthorizationRequestContext>(handler => handler.UseScopedHandler<DeviceScopes>());
        server.AddEventHandler<ApplyDeviceAuthorizationResponseContext>(handler => handler.UseInlineHandler(TellWhatToDo).SetOrder(int.MinValue + 1000));
        server.AddEventHandler<ProcessSignInContext>(handler => handler.UseScopedHandler<ClientInfo>().SetOrder(int.MinValue));
    }

    // Some clients use the short name of the draft.
    private static ValueTask NameGrantInFull(ExtractTokenRequestContext context)
    {
        if (context.Request?.GrantType == "device_code")
        {
            context.Request.GrantType = OpenIddictConstants.GrantTypes.DeviceCode;
        }

        return ValueTask.CompletedTask;
    }

    // Clients show the message as it stands. The page has one address, whatever tenant was named.
    private static ValueTask TellWhatToDo(ApplyDeviceAuthorizationResponseContext context)
    {
        if (context.Response.UserCode is { } code && context.Transaction.GetHttpRequest() is { } request)
        {
            var page = $"{request.Scheme}://{request.Host}{DeviceRoutes.Address}";
            context.Response[OpenIddictConstants.Parameters.VerificationUri] = page;
            context.Response[OpenIddictConstants.Parameters.VerificationUriComplete] = $"{page}?user_code={Uri.EscapeDataString(code)}";
            context.Response[OpenIddictConstants.Parameters.Interval] = SecondsBetweenAsks;
            context.Response["message"] = $"To sign in, use a web browser to open the page {page} and enter the code {code} to authenticate.";
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Says who signed in, to clients that keep several accounts apart by it.</summary>
    internal sealed class ClientInfo(Tenant tenant) : IOpenIddictServerHandler<ProcessSignInContext>
    {
        private const string Name = "client_info";

        public ValueTask HandleAsync(ProcessSignInContext context)
        {
            if (context.EndpointType == OpenIddictServerEndpointType.Token && (string?)context.Request?[Name] == "1"
                && !context.Request.IsClientCredentialsGrantType())
            {
                var text = JsonSerializer.SerializeToUtf8Bytes(
                    new { uid = context.Principal?.GetClaim(OpenIddictConstants.Claims.Subject), utid = tenant.Id });
                context.Parameters[Name] = Base64Url.EncodeToString(text);
            }

            return ValueTask.CompletedTask;
        }
    }

    /// <summary>Tells a device at once what it cannot have, and not the person who types its code.</summary>
    internal sealed class DeviceScopes(Wishes wishes) : IOpenIddictServerHandler<ValidateDeviceAuthorizationRequestContext>
    {
        public async ValueTask HandleAsync(ValidateDeviceAuthorizationRequestContext context)
        {
            var http = context.Transaction.GetHttpRequest() ?? throw new UnreachableException();
            if (await wishes.ForPersonAsync(context.ClientId, context.Request.GetScopes(), http, context.CancellationToken) is WishReading.Bad no)
            {
                context.Reject(no.Error, no.Why);
            }
        }
    }
}
