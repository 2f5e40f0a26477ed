using Regent.Server.Tests.Hosting;
using Regent.Server.Tests.Tokens;

namespace Regent.Server.Tests.Api.Sdk;

/// <summary>The official libraries that get tokens, unmodified, over https: each way to a token.</summary>
public sealed class TokenLibrariesTests(SecureServer server) : IClassFixture<SecureServer>
{
    private const string Everything = "secret, application, device, deviceCredential, code";

    [Fact]
    public async Task Each_way_to_a_token_works()
    {
        Assert.SkipWhen(NodeScript.Missing is not null, NodeScript.Missing ?? "");
        var program = await OAuthProgram.PublicAsync(server, "User.Read");
        var service = await OAuthProgram.ConfidentialAsync(server, "RoleManagement.Read.Directory");

        Assert.Equal(Everything, await NodeScript.RunAsync(server, "tokens.mjs", ["alan", "barbara", "edsger", "grace"], program, service));
    }
}
