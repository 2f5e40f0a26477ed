using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Principals;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Testing.Fakes;

namespace Regent.Portal.Tests;

/// <summary>The portal's services over an organisation in memory, seen by somebody who is signed in.</summary>
public abstract class PortalContext : BunitContext
{
    private readonly BunitAuthorizationContext authorization;

    /// <param name="others">Kinds of targets beside that of the system in memory, made from it.</param>
    protected PortalContext(Func<TargetDriver, TargetDriver[]>? others = null)
    {
        Services.AddParts();
        Services.AddRegentOperations();
        Services.AddSingleton<TimeProvider>(World.Clock).AddSingleton(new ActivationOptions()).AddSingleton(new NotificationOptions());
        Services.AddSingleton<IUnitOfWork>(World.Unit).AddSingleton<IDirectory>(World.Directory).AddSingleton<IRoleStore>(World.Roles);
        Services.AddSingleton<IScopeStore>(World.Scopes).AddSingleton<IPolicyStore>(World.Policies).AddSingleton<IScheduleStore>(World.Schedules);
        Services.AddSingleton<IRequestStore>(World.Requests).AddSingleton<IAppStore>(World.Apps).AddSingleton<IPermissionCatalog>(new FakePermissionCatalog())
            .AddSingleton<IAuditLog>(World.Audit).AddSingleton<IAgenda>(World.Agenda);
        Services.AddSingleton<IMailStore>(World.Mails).AddSingleton<IMailer>(World.Mailer).AddSingleton<IChangeFeed>(World.Changes);
        Services.AddSingleton<IAlertStore>(World.Alerts).AddSingleton<IAlertFacts>(World.AlertFacts);
        Services.AddSingleton<ITargetStore>(World.Targets).AddSingleton<ILedger>(World.Ledger).AddSingleton<ITargetAgenda>(World.TargetAgenda)
            .AddSingleton<ISecretBox>(new FakeSecretBox()).AddSingleton(World.Driver);
        foreach (var driver in others?.Invoke(World.Driver) ?? [])
        {
            Services.AddSingleton(driver);
        }

        authorization = AddAuthorization();
        AddBunitPersistentComponentState();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected FakeWorld World { get; } = new();

    protected NavigationManager Address => Services.GetRequiredService<NavigationManager>();

    /// <summary>Path and query, as in the address bar.</summary>
    protected string Here => new Uri(Address.Uri).PathAndQuery;

    /// <summary>Signs somebody in.</summary>
    protected void SignIn(Principal person)
    {
        authorization.SetAuthorized(person.DisplayName);
        authorization.SetClaims(new Claim(Caller.IdClaim, person.Id.ToString()), new Claim("name", person.DisplayName));
    }

    /// <summary>Leaves open for now who is there, as while a page is loading.</summary>
    protected void SignInLater() => authorization.SetAuthorizing();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        World.Dispose();
    }
}
