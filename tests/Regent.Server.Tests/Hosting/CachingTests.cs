namespace Regent.Server.Tests.Hosting;

public sealed class CachingTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData("/my-roles")]
    [InlineData("/account")]
    [InlineData("/audit/export/csv?own=true")]
    [InlineData("/audit/export/json?own=true")]
    public async Task What_is_somebodys_own_is_kept_by_no_cache(string address)
    {
        using var alan = await server.BrowserAsync("alan");

        using var answer = await alan.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.True(answer.Headers.CacheControl?.NoStore);
    }
}
