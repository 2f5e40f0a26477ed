using Regent.Core;
using Regent.Core.Apps;
using Regent.Core.Assignments;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Apps;
using Regent.Operations.Ports;
using Regent.Testing;
using Regent.Testing.Fakes;

namespace Regent.Operations.Tests.Apps;

public sealed class RegisterAppTests : IDisposable
{
    private readonly FakeWorld world = new();
    private readonly Principal ada;
    private readonly Principal alan;

    public RegisterAppTests()
    {
        ada = world.AddUser("Ada Lovelace");
        alan = world.AddUser("Alan Turing");
        world.Add(Make.Role("Global Administrator") with { Id = DirectoryRoles.GlobalAdministrator });
        world.Add(Make.Role("Application Administrator") with { Id = DirectoryRoles.ApplicationAdministrator });
        world.Assign(ada, DirectoryRoles.GlobalAdministrator);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task A_program_gets_a_service_principal_a_secret_and_its_entry_in_the_record()
    {
        var (app, secret) = await DoneAsync(ada, new AppAsk(" Report ") { Application = ["roles.read"], Delegated = ["Self.Read", "self.read"] });

        Assert.Equal(("Report", "Roles.Read", "Self.Read"), (app.Name, Assert.Single(app.Application), Assert.Single(app.Delegated)));
        Assert.True(Assert.Single(app.Secrets).IsMetBy(secret!, world.Now));
        var program = await world.Directory.FindAsync(app.ServicePrincipal, Ct);
        Assert.Equal((PrincipalKind.ServicePrincipal, app.Id.Value), (program!.Kind, program.AppId));
        var entry = Assert.Single((await world.Audit.ListAsync(new AuditQuery { Activity = AuditActivities.AppAdded }, new PageAsk(), Ct)).Items).Entry;
        Assert.Equal((ada.Id, app.ServicePrincipal), (entry.Actor, entry.Subject));
        Assert.DoesNotContain(entry.Details.Values, value => value.Contains(secret!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_that_keeps_no_secret_gets_none()
    {
        var (app, secret) = await DoneAsync(ada, new AppAsk("Terminal") { IsPublic = true, AllowsDevices = true });

        Assert.Null(secret);
        Assert.Empty(app.Secrets);
        Assert.Equal(RefusalCode.InvalidAppRegistration, Code(
            await world.The<AddAppSecret>().ExecuteAsync(As(ada), app.Id, TimeSpan.FromDays(1), Ct)));
    }

    [Theory]
    [InlineData("Self.Read", "", "")]
    [InlineData("Nothing.Known", "", "")]
    [InlineData("", "Nothing.Known", "")]
    [InlineData("", "", "http://elsewhere.example")]
    public async Task What_is_unknown_or_unfit_is_refused(string application, string delegated, string redirect)
    {
        var ask = new AppAsk("Report") { Application = Of(application), Delegated = Of(delegated), RedirectAddresses = Of(redirect) };

        Assert.Equal(RefusalCode.InvalidAppRegistration, Code(await world.The<RegisterApp>().ExecuteAsync(As(ada), ask, Ct)));
        Assert.Empty(await world.Apps.ListAsync(Ct));
    }

    [Fact]
    public async Task Who_administers_applications_registers_only_what_is_granted_nothing_for_itself()
    {
        var granted = await DoneAsync(ada, new AppAsk("Report") { Application = ["Roles.Read"] });
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, Code(await world.The<RegisterApp>().ExecuteAsync(As(alan), new AppAsk("Mine"), Ct)));
        world.Assign(alan, DirectoryRoles.ApplicationAdministrator);

        var (own, _) = await DoneAsync(alan, new AppAsk("Mine") { Delegated = ["Self.Read"] });

        Assert.Equal(RefusalCode.AuthorizationRequestDenied, Code(
            await world.The<RegisterApp>().ExecuteAsync(As(alan), new AppAsk("More") { Application = ["Roles.Read"] }, Ct)));
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, Code(
            await world.The<ChangeApp>().ExecuteAsync(As(alan), own.Id, new AppAsk("Mine") { Application = ["Roles.Read"] }, Ct)));
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, Code(
            await world.The<AddAppSecret>().ExecuteAsync(As(alan), granted.App.Id, TimeSpan.FromDays(1), Ct)));
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, Code(await world.The<RemoveApp>().ExecuteAsync(As(alan), granted.App.Id, Ct)));
    }

    [Fact]
    public async Task What_is_taken_away_voids_the_tokens_and_what_is_added_does_not()
    {
        var (app, _) = await DoneAsync(ada, new AppAsk("Report") { Application = ["Roles.Read"] });

        await world.The<ChangeApp>().ExecuteAsync(As(ada), app.Id, new AppAsk("Reports") { Application = ["Roles.Read", "Roles.Manage"] }, Ct);
        Assert.Empty(world.Apps.Voided);
        Assert.Equal("Reports", (await world.Directory.FindAsync(app.ServicePrincipal, Ct))!.DisplayName);

        await world.The<ChangeApp>().ExecuteAsync(As(ada), app.Id, new AppAsk("Reports") { Application = ["Roles.Manage"] }, Ct);
        Assert.Equal([app.Id], world.Apps.Voided);
    }

    [Fact]
    public async Task A_program_that_is_removed_leaves_a_disabled_service_principal()
    {
        var (app, _) = await DoneAsync(ada, new AppAsk("Report"));

        await world.The<RemoveApp>().ExecuteAsync(As(ada), app.Id, Ct);

        Assert.Null(await world.Apps.FindAsync(app.Id, Ct));
        Assert.False((await world.Directory.FindAsync(app.ServicePrincipal, Ct))!.IsEnabled);
        Assert.Equal(RefusalCode.AppRegistrationNotFound, Code(await world.The<RemoveApp>().ExecuteAsync(As(ada), app.Id, Ct)));
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, Code(await world.The<RemoveApp>().ExecuteAsync(As(alan), app.Id, Ct)));
    }

    [Fact]
    public async Task Secrets_change_over_and_there_are_at_most_five()
    {
        var (app, _) = await DoneAsync(ada, new AppAsk("Report"));
        for (var more = 1; more < 5; more++)
        {
            Assert.IsType<Outcome<AppWithSecret>.Done>(await world.The<AddAppSecret>().ExecuteAsync(As(ada), app.Id, TimeSpan.FromDays(1), Ct));
        }

        Assert.Equal(RefusalCode.InvalidAppRegistration, Code(
            await world.The<AddAppSecret>().ExecuteAsync(As(ada), app.Id, TimeSpan.FromDays(1), Ct)));
        await world.The<RemoveAppSecret>().ExecuteAsync(As(ada), app.Id, app.Secrets[0].Id, Ct);
        Assert.Equal(4, (await world.Apps.FindAsync(app.Id, Ct))!.Secrets.Count);
        Assert.Equal([app.Id], world.Apps.Voided);
    }

    [Fact]
    public async Task A_program_that_was_granted_powers_has_their_authority_and_decides_nothing()
    {
        var (app, _) = await DoneAsync(ada, new AppAsk("Report"));
        var program = new Caller(app.ServicePrincipal, MfaAt: null);
        var powerful = program with { Powers = new HashSet<Power> { Power.Read, Power.ManageDirectory } };
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, Code(await world.The<ListApps>().ExecuteAsync(program, Ct)));
        Assert.IsType<Outcome<IReadOnlyList<RegisteredApp>>.Done>(await world.The<ListApps>().ExecuteAsync(powerful, Ct));

        var authority = await world.The<Regent.Operations.Access.Authorities>().OfAsync(powerful, world.Now, Ct);

        Assert.True(authority.MayManage);
        Assert.False(authority.MayDecide);
        Assert.False(authority.MayRegister(actsForItself: false));
        Assert.False((await world.The<Regent.Operations.Access.Authorities>().OfAsync(program, world.Now, Ct)).MayRead);
    }

    private static string[] Of(string name) => name.Length == 0 ? [] : [name];

    private static Caller As(Principal person) => new(person.Id, MfaAt: null);

    private static RefusalCode Code<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Refused>(outcome).Reasons[0].Code;

    private async Task<AppWithSecret> DoneAsync(Principal by, AppAsk ask) =>
        Assert.IsType<Outcome<AppWithSecret>.Done>(await world.The<RegisterApp>().ExecuteAsync(As(by), ask, Ct)).Value;
}
