using Regent.Core.Apps;
using Regent.Core.Principals;

namespace Regent.Testing.Contracts;

public abstract class AppStoreContract(PortsUnderTest ports) : PortContract(ports)
{
    [Fact]
    public async Task What_is_saved_is_found()
    {
        var app = await SaveAsync(await AppAsync("Deploy") with
        {
            RedirectAddresses = [Address("https://deploy.regent.example/back"), Address("http://localhost")],
            Delegated = ["Roles.Read", "Self.Read"],
            Application = ["Roles.Manage"],
            Secrets = [AppSecret.Of("rgs_something-long", Precise, TimeSpan.FromDays(7))],
        });

        Assert.Equal(app, await Ports.Apps.FindAsync(app.Id, Ct));
        Assert.Null(await Ports.Apps.FindAsync(new AppId(Make.NewId()), Ct));
    }

    [Fact]
    public async Task What_is_saved_again_replaces_what_was_there()
    {
        var app = await SaveAsync(await AppAsync("Deploy") with { IsPublic = true, AllowsDevices = true, Delegated = ["Roles.Read"] });
        var next = await SaveAsync(app with { Name = "Deployment", AllowsDevices = false, Delegated = [] });

        Assert.Equal(next, await Ports.Apps.FindAsync(app.Id, Ct));
    }

    [Fact]
    public async Task They_are_listed_by_name_without_regard_to_letter_case()
    {
        var second = await SaveAsync(await AppAsync("beta"));
        var third = await SaveAsync(await AppAsync("Gamma"));
        var first = await SaveAsync(await AppAsync("Alpha"));

        Assert.Equal([first, second, third], await Ports.Apps.ListAsync(Ct));
    }

    [Fact]
    public async Task What_is_removed_is_gone_and_removing_it_again_is_no_error()
    {
        var app = await SaveAsync(await AppAsync("Deploy"));

        await WriteAsync(ct => Ports.Apps.VoidTokensAsync(app.Id, ct));
        await WriteAsync(ct => Ports.Apps.RemoveAsync(app.Id, ct));
        await WriteAsync(ct => Ports.Apps.RemoveAsync(app.Id, ct));

        Assert.Null(await Ports.Apps.FindAsync(app.Id, Ct));
        Assert.NotNull(await Ports.Directory.FindAsync(app.ServicePrincipal, Ct));
    }

    [Fact]
    public async Task Where_nothing_ended_nothing_is_forgotten()
    {
        var app = await SaveAsync(await AppAsync("Deploy"));

        var forgotten = 1;
        await WriteAsync(async ct => forgotten = await Ports.Apps.ForgetEndedAsync(Precise.AddYears(1), most: 10, ct));

        Assert.Equal(0, forgotten);
        Assert.Equal(app, await Ports.Apps.FindAsync(app.Id, Ct));
    }

    private static RedirectAddress Address(string text) =>
        RedirectAddress.TryParse(text, out var address) ? address : throw new ArgumentException(text, nameof(text));

    private async Task<RegisteredApp> AppAsync(string name)
    {
        var id = new AppId(Make.NewId());
        var program = await SaveAsync(new Principal(new PrincipalId(Make.NewId()), PrincipalKind.ServicePrincipal, name) { AppId = id.Value });
        Assert.Equal(program, await Ports.Directory.FindAsync(program.Id, Ct));
        return new RegisteredApp(id, program.Id, name) { CreatedAt = Precise };
    }

    private async Task<RegisteredApp> SaveAsync(RegisteredApp app)
    {
        await WriteAsync(ct => Ports.Apps.SaveAsync(app, ct));
        return app;
    }
}
