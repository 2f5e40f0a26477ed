using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Server.SignIn;

namespace Regent.Server.Tests.SignIn;

public sealed class SetUpTests : IDisposable
{
    private readonly SignInHost host = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Without_accounts_sign_in_leads_to_the_set_up()
    {
        var visitor = host.Visit();

        await visitor.OpenAsync("/sign-in");

        Assert.Equal("/sign-in/set-up", visitor.Location);
    }

    [Fact]
    public async Task The_printed_code_makes_the_first_global_administrator_and_signs_in()
    {
        var visitor = host.Visit();

        await SetUpAsync(visitor, await CodeAsync());

        Assert.Equal("/", visitor.Location);
        var holder = Assert.Single(await host.Services.GetRequiredService<IScheduleStore>()
            .HoldersAsync([DirectoryRoles.GlobalAdministrator], host.Clock.GetUtcNow(), Ct));
        Assert.Equal(visitor.Caller?.Id, holder.Principal);
        Assert.True(holder.Period.IsPermanent);
        var again = host.Visit();
        await again.SignInAsync("ada");
        Assert.Equal(holder.Principal, again.Caller?.Id);
    }

    [Fact]
    public async Task The_code_works_once()
    {
        var code = await CodeAsync();
        var (first, second) = (host.Visit(), host.Visit());
        await second.OpenAsync("/sign-in/set-up");

        await SetUpAsync(first, code);
        await FillAsync(second, code, "eve");

        Assert.Equal("/sign-in", second.Location);
        Assert.Null(second.Caller);
        Assert.Null(await host.Services.GetRequiredService<SetUpCodes>().RenewAsync(Ct));
    }

    [Fact]
    public async Task A_start_of_the_server_makes_the_old_code_worthless()
    {
        var old = await CodeAsync();
        var renewed = await CodeAsync();
        var visitor = host.Visit();

        await SetUpAsync(visitor, old);
        Assert.Contains("This code is not right", visitor.Page, StringComparison.Ordinal);
        Assert.Null(visitor.Caller);

        await SetUpAsync(visitor, renewed);
        Assert.NotNull(visitor.Caller);
    }

    [Fact]
    public async Task Everything_wrong_with_the_form_is_said_at_once_and_the_code_stays_good()
    {
        var code = await CodeAsync();
        var visitor = host.Visit();
        await visitor.OpenAsync("/sign-in/set-up");

        await visitor.SubmitAsync(
            "/sign-in/set-up", ("code", code), ("displayName", "\u202Eada"), ("userName", "ada"), ("password", "short"), ("repeated", "other"));

        Assert.Contains("how you are called", visitor.Page, StringComparison.Ordinal);
        Assert.Contains("looks like ada@example.org", visitor.Page, StringComparison.Ordinal);
        Assert.Contains("are not the same", visitor.Page, StringComparison.Ordinal);
        await SetUpAsync(visitor, code);
        Assert.NotNull(visitor.Caller);
    }

    [Fact]
    public async Task Somebody_imported_before_becomes_the_administrator_under_their_own_id()
    {
        var ada = await host.AddPersonAsync("ada");
        await host.AddPersonAsync("grace");
        var visitor = host.Visit();

        await SetUpAsync(visitor, await CodeAsync());

        Assert.Equal(ada.Id, visitor.Caller?.Id);
    }

    [Fact]
    public async Task Signing_in_and_failing_to_is_on_record()
    {
        var ada = await host.AddAsync("ada");
        var visitor = host.Visit();
        await visitor.SignInAsync("ada", "not the password");
        await visitor.SignInAsync("eve", "not the password");
        await visitor.SignInAsync("ada");

        var entries = await host.Services.GetRequiredService<IAuditLog>().ListAsync(new AuditQuery(), new PageAsk(10, null), Ct);

        Assert.Equal(
            [
                (AuditActivities.SignedIn, ada.Id, AuditResult.Success),
                (AuditActivities.SignInFailed, null, AuditResult.Failure),
                (AuditActivities.SignInFailed, ada.Id, AuditResult.Failure),
            ],
            entries.Items.Select(item => (item.Entry.Activity, (PrincipalId?)item.Entry.Subject, item.Entry.Result)));
    }

    private static async Task SetUpAsync(Visitor visitor, string code)
    {
        await visitor.OpenAsync("/sign-in/set-up");
        await FillAsync(visitor, code, "ada");
    }

    private static Task FillAsync(Visitor visitor, string code, string name) => visitor.SubmitAsync(
        "/sign-in/set-up",
        ("code", code), ("displayName", "Ada Lovelace"), ("userName", $"{name}@regent.example"),
        ("password", SignInHost.Password), ("repeated", SignInHost.Password));

    private async Task<string> CodeAsync() => await host.Services.GetRequiredService<SetUpCodes>().RenewAsync(Ct) ?? "";
}
