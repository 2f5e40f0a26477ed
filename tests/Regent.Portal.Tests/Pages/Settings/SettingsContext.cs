using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Settings;

namespace Regent.Portal.Tests.Pages.Settings;

/// <summary>Settings in all three role systems: a directory role, a group with its owner, and a subscription with a resource group.</summary>
public abstract class SettingsContext : PortalContext
{
    protected SettingsContext()
    {
        Ada = World.AddUser("Ada Lovelace");
        World.Assign(Ada, DirectoryRoles.GlobalAdministrator);
        Exchange = World.AddRole("Exchange Administrator");
        Contributor = ResourceRoles.BuiltIn.Single(role => role.Id == ResourceRoles.Contributor);
        foreach (var role in GroupRoles.BuiltIn.Append(Contributor))
        {
            World.Add(role);
        }

        Operators = World.AddGroup("Operators");
        OfOperators = Scope.OfGroup(Operators.Id);
        Shop = World.Add(new ScopeNode(At("/subscriptions/0198f1a2-7c00-7000-8000-00000000000a"), "Web shop", Parent: null));
        SignIn(Ada);
    }

    protected static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    protected Principal Ada { get; }

    protected RoleDefinition Exchange { get; }

    protected RoleDefinition Contributor { get; }

    protected Principal Operators { get; }

    protected Scope OfOperators { get; }

    protected Scope Shop { get; }

    protected static Scope At(string path) => Scope.TryParse(path, out var scope) ? scope : throw new ArgumentException(path, nameof(path));

    protected static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Somebody who owns the operators' group, and nothing else.</summary>
    protected Principal AddOwner(string name)
    {
        var owner = World.AddUser(name);
        World.Add(Testing.Make.Assignment(owner.Id, GroupRoles.Owner, World.Now.AddHours(-1)) with { Scope = OfOperators });
        return owner;
    }

    protected Principal AddGone(string name) => World.Add(World.AddUser(name) with { IsEnabled = false });

    /// <summary>Authentication contexts as an operator configures them.</summary>
    protected void Configure(string id, string name) =>
        Services.GetRequiredService<ActivationOptions>().Contexts[id] = new AuthenticationContext { Name = name };

    protected IRenderedComponent<Surroundings> ShowList(string query = "")
    {
        Address.NavigateTo($"/role-settings{query}");

        return Render<Surroundings>(p => p.AddChildContent<RoleSettingsList>());
    }

    protected IRenderedComponent<Surroundings> Show(RoleDefinitionId role, string query = "")
    {
        Address.NavigateTo($"/role-settings/{role}{query}");

        return Render<Surroundings>(p => p.AddChildContent<RoleSettingsPage>(page => page.Add(one => one.Id, role.Value)));
    }

    protected Task<RolePolicy> PolicyAsync(RoleDefinitionId role, Scope scope) => World.Policies.GetAsync(role, scope, Ct);

    protected static IReadOnlyList<string> Lines(IRenderedComponent<Surroundings> page) =>
        [.. page.FindAll("[data-testid=setting]").Select(line => Plain(line.TextContent))];

    protected static IReadOnlyList<string> Changes(IRenderedComponent<Surroundings> page) =>
        [.. page.FindAll("[data-testid=settings-review] [data-testid=change]").Select(change => Plain(change.TextContent))];

    /// <summary>Looks at the difference.</summary>
    protected static Task ReviewAsync(IRenderedComponent<Surroundings> page) => page.Find("#settings-form").SubmitAsync();

    protected static async Task SaveAsync(IRenderedComponent<Surroundings> page)
    {
        await page.Find("[data-testid=save]").ClickAsync();
        page.WaitForElement("[data-testid=saved]");
    }
}
