using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Regent.Operations.Ports;
using Regent.Server.Hosting;
using Regent.Server.SignIn;
using Regent.Storage;

namespace Regent.Server.Tests.Sample;

/// <summary>Where the sample organisation may be, whose password everybody knows.</summary>
public sealed class SampleGateTests : IDisposable
{
    private readonly SampleServices start = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => start.Dispose();

    [Theory]
    [InlineData("urls", "http://0.0.0.0:5080")]
    [InlineData("urls", "http://*:5080")]
    [InlineData("urls", "http://[::]:5080")]
    [InlineData("urls", "https://regent.example.org")]
    [InlineData("urls", "http://localhost.example.org:5080")]
    [InlineData("urls", "http://127.0.0.1:5080;http://192.0.2.7:5080")]
    [InlineData("http_ports", "8080")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://0.0.0.0:5080")]
    public async Task Where_others_could_reach_it_the_server_does_not_start_and_nothing_is_installed(string key, string value)
    {
        await using var services = start.With(("Regent:Sample", "true"), (key, value));
        using var said = new StringWriter();

        Assert.False(await services.TryPrepareRegentAsync(said, Ct));

        Assert.Contains("--sample-anywhere", said.ToString(), StringComparison.Ordinal);
        Assert.True(await services.GetRequiredService<IDirectory>().IsEmptyAsync(Ct));
    }

    [Fact]
    public async Task One_that_is_left_from_before_does_not_start_there_either_though_nobody_asks_for_it()
    {
        await using (var before = start.With(("Regent:Sample", "true"), ("urls", "http://127.0.0.1:5080")))
        {
            Assert.True(await before.TryPrepareRegentAsync(TextWriter.Null, Ct));
        }

        await using var services = start.With(("Regent:Sample", "false"), ("urls", "http://0.0.0.0:5080"));

        Assert.False(await services.TryPrepareRegentAsync(TextWriter.Null, Ct));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://[::1]:5080;http://127.0.0.2:5080")]
    public async Task On_this_machine_it_is_let_in(string urls)
    {
        await using var services = start.With(("Regent:Sample", "true"), ("urls", urls));

        Assert.True(await services.TryPrepareRegentAsync(TextWriter.Null, Ct));

        Assert.NotEmpty(services.GetRequiredService<SamplePeople>().Listed);
    }

    [Fact]
    public async Task Told_so_explicitly_it_is_let_in_anywhere()
    {
        await using var services = start.With(("Regent:Sample", "true"), ("Regent:SampleAnywhere", "true"), ("urls", "http://*:5080"));

        Assert.True(await services.TryPrepareRegentAsync(TextWriter.Null, Ct));
    }

    [Fact]
    public async Task An_organisation_of_ones_own_may_be_anywhere()
    {
        await using var services = start.With(("urls", "http://*:5080"));

        Assert.True(await services.TryPrepareRegentAsync(TextWriter.Null, Ct));

        Assert.Empty(services.GetRequiredService<SamplePeople>().Listed);
    }

    [Fact]
    public async Task Accounts_that_a_first_start_did_not_come_to_are_made_by_the_next()
    {
        await using var services = start.With(("Regent:Sample", "true"));
        await services.PrepareRegentAsync(Ct);
        await using var db = await services.GetRequiredService<IDbContextFactory<RegentDb>>().CreateDbContextAsync(Ct);
        var all = await db.Users.CountAsync(Ct);
        await db.Users.Where(account => account.UserName != "ada@regent.example").ExecuteDeleteAsync(Ct);

        await services.PrepareRegentAsync(Ct);

        Assert.Equal(all, await db.Users.CountAsync(Ct));
    }

    [Theory]
    [InlineData("regent.example.org")]
    [InlineData("regent.example.org:5080")]
    [InlineData("ftp://regent.example.org")]
    [InlineData("https://regent.example.org/?tenant=1")]
    public async Task With_a_public_address_that_is_none_the_server_does_not_start(string address)
    {
        await using var services = start.With(("Regent:PublicUrl", address));
        using var said = new StringWriter();

        Assert.False(await services.TryPrepareRegentAsync(said, Ct));

        Assert.Contains(address, said.ToString(), StringComparison.Ordinal);
    }
}
