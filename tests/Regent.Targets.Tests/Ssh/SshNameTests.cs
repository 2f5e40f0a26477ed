using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Tests.Ssh;

/// <summary>A principal that the files of a server could read as something else is refused.</summary>
public sealed class SshNameTests : IAsyncDisposable
{
    private readonly SshBench bench = new();

    [Theory]
    [InlineData("root@db", true)]
    [InlineData("team-a_deploy.eu:prod/1", true)]
    [InlineData("jürgen", true)]
    [InlineData("-option", true)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData("a b", false)]
    [InlineData("a,b", false)]
    [InlineData("#root", false)]
    [InlineData("*", false)]
    [InlineData("a\"b", false)]
    [InlineData("a\\b", false)]
    [InlineData("a\nroot", false)]
    [InlineData("a\0b", false)]
    [InlineData("a\u202Eb", false)]
    [InlineData("a\ud800", false)]
    public async Task A_principal_is_one_plain_word(string principal, bool isFit)
    {
        var answer = await GrantAsync(new Holding("ada", principal));

        Assert.Equal(isFit ? TargetResult.Done : TargetResult.Refused, answer.Result);
        Assert.DoesNotContain(answer.Words ?? "", char.IsControl);
    }

    [Theory]
    [InlineData("o'neil, ada", true)]
    [InlineData("", false)]
    [InlineData("ada\0", false)]
    [InlineData("ada\ud800", false)]
    public async Task An_account_is_anything_that_can_be_shown(string account, bool isFit)
    {
        Assert.Equal(isFit ? TargetResult.Done : TargetResult.Refused, (await GrantAsync(new Holding(account, "deploy"))).Result);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    private async Task<TargetAnswer> GrantAsync(Holding holding) =>
        Assert.Single(await bench.OpenWell().GrantAsync([new TargetGrant(holding, Until: null)], TestContext.Current.CancellationToken));
}
