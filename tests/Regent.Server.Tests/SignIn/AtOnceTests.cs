using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Regent.Server.SignIn;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.SignIn;

/// <summary>What must hold when many try at the same instant, on both databases.</summary>
public sealed class AtOnceTests
{
    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Wrong_attempts_all_count(string database)
    {
        await using var host = await HostAsync(database);
        await host.AddAsync("ada");
        var visitors = Enumerable.Range(0, 12).Select(_ => host.Visit()).ToList();

        await Task.WhenAll(visitors.Select(visitor => visitor.SignInAsync("ada", "not the password")));

        var late = host.Visit();
        await late.SignInAsync("ada");
        Assert.Null(late.Caller);
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        await late.SignInAsync("ada");
        Assert.NotNull(late.Caller);
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task One_code_lets_one_in(string database)
    {
        await using var host = await HostAsync(database);
        await host.AddAsync("ada");
        var owner = host.Visit();
        await owner.SignInAsync("ada");
        var (phone, recoveryCodes) = await Phone.SetUpAsync(host, owner);
        var code = phone.NextCode();
        var visitors = Enumerable.Range(0, 4).Select(_ => host.Visit()).ToList();
        foreach (var visitor in visitors)
        {
            await visitor.SignInAsync("ada");
            await visitor.OpenAsync("/sign-in/second-factor");
        }

        await Task.WhenAll(visitors[..2].Select(visitor => visitor.SubmitAsync("/sign-in/second-factor", ("code", code))));
        await Task.WhenAll(visitors[2..].Select(
            visitor => visitor.SubmitAsync("/sign-in/second-factor/recovery-code", ("recoveryCode", recoveryCodes[0]))));

        Assert.Single(visitors[..2], visitor => visitor.Caller is not null);
        Assert.Single(visitors[2..], visitor => visitor.Caller is not null);
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task One_set_up_code_makes_one_administrator(string database)
    {
        await using var host = await HostAsync(database);
        var code = await host.Services.GetRequiredService<SetUpCodes>().RenewAsync(TestContext.Current.CancellationToken);
        var visitors = new[] { host.Visit(), host.Visit(), host.Visit() };
        await Task.WhenAll(visitors.Select(visitor => visitor.OpenAsync("/sign-in/set-up")));

        await Task.WhenAll(visitors.Select((visitor, index) => visitor.SubmitAsync(
            "/sign-in/set-up",
            ("code", code!), ("displayName", "Ada Lovelace"), ("userName", $"person{index}@regent.example"),
            ("password", SignInHost.Password), ("repeated", SignInHost.Password))));

        Assert.Single(visitors, visitor => visitor.Caller is not null);
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task One_link_sets_one_password(string database)
    {
        await using var links = await LinkHost.OpenAsync(await ConnectionAsync(database));
        var (ada, eve) = (await links.Host.AddAsync("ada"), await links.Host.AddPersonAsync("eve"));
        foreach (var person in new[] { ada, eve })
        {
            var (first, second) = (await links.LinkAsync(person), await links.LinkAsync(person));
            var visitors = new[] { first, first, second, second }.Select((link, i) => (Visitor: links.Host.Visit(), Link: link, Password: $"password number {i}")).ToList();
            foreach (var (visitor, link, _) in visitors)
            {
                await visitor.OpenAsync(new Uri(link).PathAndQuery);
            }

            await Task.WhenAll(visitors.Select(one => one.Visitor.SubmitAsync("/sign-in/password", ("password", one.Password), ("repeated", one.Password))));

            var winner = Assert.Single(visitors, one => one.Visitor.Location is not null);
            Assert.All(visitors.Where(one => one != winner), one => Assert.Equal(HttpStatusCode.Gone, one.Visitor.Status));
            foreach (var one in visitors)
            {
                Assert.Equal(one == winner, await links.LetsInAsync(person.DisplayName, one.Password));
            }
        }
    }

    private static async Task<SignInHost> HostAsync(string database) => new(await ConnectionAsync(database));

    private static async Task<string?> ConnectionAsync(string database) => database == "SQLite" ? null : await PostgresDatabase.CreateAsync();
}
