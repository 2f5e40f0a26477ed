using Regent.Core;
using Regent.Core.Targets;
using Regent.Targets.Kubernetes;

namespace Regent.Targets.Tests.Kubernetes;

public sealed class KubernetesTargetOptionsTests
{
    private const string KubeConfigText =
        """
        apiVersion: v1
        kind: Config
        current-context: regent
        contexts:
        - name: regent
          context: { cluster: shop, user: regent }
        clusters:
        - name: shop
          cluster: { server: "https://10.0.0.1:6443" }
        users:
        - name: regent
          user: { token: abc }
        """;

    [Fact]
    public void A_kubeconfig_stands_for_server_and_token()
    {
        var options = Assert.IsType<Outcome<KubernetesTargetOptions>.Done>(Read("kubeconfig", KubeConfigText)).Value;

        Assert.Equal((new Uri("https://10.0.0.1:6443/"), "abc", null), (options.Server, options.Token, options.Authorities));
    }

    [Theory]
    [InlineData("token: abc", "token: abc, exec: { apiVersion: client.authentication.k8s.io/v1, command: /bin/sh, args: [-c, id] }")]
    [InlineData("token: abc", "client-certificate: /etc/shadow")]
    [InlineData("token: abc", "username: me")]
    [InlineData("server:", "insecure-skip-tls-verify: true, server:")]
    [InlineData("server:", "certificate-authority: /etc/passwd, server:")]
    [InlineData("server:", "certificate-authority-data: '?', server:")]
    [InlineData("current-context: regent", "current-context: other")]
    [InlineData("contexts:", ": [")]
    public void A_kubeconfig_that_asks_for_more_than_a_token_is_refused(string part, string instead)
    {
        var refused = Assert.IsType<Outcome<KubernetesTargetOptions>.Refused>(
            Read("kubeconfig", KubeConfigText.Replace(part, instead, StringComparison.Ordinal)));

        Assert.Equal("kubeconfig", Assert.Single(refused.Reasons).Target);
    }

    [Theory]
    [InlineData("server", "token", "t")]
    [InlineData("server", "server", "http://10.0.0.1:8080", "token", "t")]
    [InlineData("token", "server", "https://10.0.0.1")]
    [InlineData("token", "server", "https://10.0.0.1", "token", "two\nlines")]
    [InlineData("accountsAre", "server", "https://10.0.0.1", "token", "t", "accountsAre", "Robot")]
    [InlineData("timeoutSeconds", "server", "https://10.0.0.1", "token", "t", "timeoutSeconds", "0")]
    [InlineData("kubeconfig", "server", "https://10.0.0.1", "kubeconfig", KubeConfigText)]
    public void What_cannot_work_is_refused_by_its_name(string wrong, params string[] settings)
    {
        var refused = Assert.IsType<Outcome<KubernetesTargetOptions>.Refused>(Read(settings));

        var reason = Assert.Single(refused.Reasons);
        Assert.Equal((RefusalCode.InvalidTarget, wrong), (reason.Code, reason.Target));
    }

    [Theory]
    [InlineData("ClusterRole/view", true)]
    [InlineData("ClusterRole/system:node", true)]
    [InlineData("shop/Role/deployer", true)]
    [InlineData("shop/ClusterRole/view", true)]
    [InlineData("Role/view", false)]
    [InlineData("shop/Robot/view", false)]
    [InlineData("Shop/Role/view", false)]
    [InlineData("../Role/view", false)]
    [InlineData("shop/Role/..", false)]
    [InlineData("shop/Role/a%2fb", false)]
    [InlineData("ClusterRole/", false)]
    [InlineData("ClusterRole/view\n", false)]
    [InlineData("view", false)]
    public void Only_a_role_and_its_place_are_an_entitlement(string entitlement, bool isOne) =>
        Assert.Equal(isOne, RolePlace.TryParse(entitlement, out _));

    private static Outcome<KubernetesTargetOptions> Read(params string[] settings) =>
        KubernetesTargetOptions.Read(TargetSettings.None.With(settings.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]))));
}
