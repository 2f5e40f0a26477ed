using Azure.Core;
using Azure.Core.Pipeline;

namespace Regent.Targets.Azure;

/// <summary>Signs calls with tokens as the official policy does, which keeps its own: it is made anew when the credential drops them.</summary>
internal sealed class AzureSignIn(TenantCredential credential, string scope) : HttpPipelinePolicy
{
    private Signer? signer;

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => Now().ProcessAsync(message, pipeline);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => Now().Process(message, pipeline);

    private BearerTokenAuthenticationPolicy Now()
    {
        var (current, known) = (credential.Current, signer);
        if (known?.Credential != current)
        {
            signer = known = new Signer(current, new BearerTokenAuthenticationPolicy(current, scope));
        }

        return known!.Policy;
    }

    private sealed record Signer(TokenCredential Credential, BearerTokenAuthenticationPolicy Policy);
}
