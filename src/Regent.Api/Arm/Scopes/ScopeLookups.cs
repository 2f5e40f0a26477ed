using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Arm.Protocol;
using Regent.Core;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Operations.Roles;

namespace Regent.Api.Arm.Scopes;

/// <summary>Where programs look for scopes before they ask anything of one.</summary>
internal static class ScopeLookups
{
    private const string Subscriptions = "subscriptions";
    private const string ManagementGroups = "providers/Microsoft.Management/managementGroups";

    public static void Map(IEndpointRouteBuilder arm)
    {
        var group = arm.MapGroup("lookup").Speaks(ArmVersions.Any);
        group.MapGet(Subscriptions, (ArmCall call, ListContainers list, Tenant tenant, CancellationToken ct) =>
            ListAsync(call, list, ScopeKind.Subscription, parent: null, SubscriptionContract.Of, tenant, ct)).Shows(typeof(SubscriptionContract));
        group.MapGet($"{Subscriptions}/{{subscription}}", (ArmCall call, string subscription, GetContainer get, Tenant tenant, CancellationToken ct) =>
            GetAsync(call, get, $"/{Subscriptions}/{subscription}", SubscriptionContract.Of, tenant, ct)).Shows(typeof(SubscriptionContract));
        group.MapGet($"{Subscriptions}/{{subscription}}/resourceGroups", ListGroupsAsync).Shows(typeof(ResourceGroupContract));
        group.MapGet($"{Subscriptions}/{{subscription}}/resourceGroups/{{name}}", (ArmCall call, string subscription, string name, GetContainer get, Tenant tenant, CancellationToken ct) =>
            GetAsync(call, get, $"/{Subscriptions}/{subscription}/resourceGroups/{name}", ResourceGroupContract.Of, tenant, ct)).Shows(typeof(ResourceGroupContract));
        group.MapGet(ManagementGroups, (ArmCall call, ListContainers list, Tenant tenant, CancellationToken ct) =>
            ListAsync(call, list, ScopeKind.ManagementGroup, parent: null, ManagementGroupContract.Of, tenant, ct)).Shows(typeof(ManagementGroupContract));
        group.MapGet($"{ManagementGroups}/{{name}}", (ArmCall call, string name, GetContainer get, Tenant tenant, CancellationToken ct) =>
            GetAsync(call, get, $"/{ManagementGroups}/{name}", ManagementGroupContract.Of, tenant, ct)).Shows(typeof(ManagementGroupContract));
        group.MapGet("tenants", (ArmCall call, Tenant tenant) => call.List(new Page<Tenant>([tenant], Next: null), TenantContract.Of))
            .Shows(typeof(TenantContract));
    }

    private static Task<IResult> ListGroupsAsync(ArmCall call, string subscription, ListContainers list, Tenant tenant, CancellationToken ct) =>
        Scope.TryParse($"/{Subscriptions}/{subscription}", out var parent)
            ? ListAsync(call, list, ScopeKind.ResourceGroup, parent, ResourceGroupContract.Of, tenant, ct)
            : Task.FromResult(NoSuch(subscription));

    private static Task<IResult> ListAsync(
        ArmCall call, ListContainers list, ScopeKind kind, Scope? parent, Func<ScopeNode, Tenant, object> contract, Tenant tenant, CancellationToken ct) =>
        call.Page().AnswerAsync(async page => call.List(await list.ExecuteAsync(call.Caller, kind, parent, page, ct), node => contract(node, tenant)));

    private static async Task<IResult> GetAsync(ArmCall call, GetContainer get, string path, Func<ScopeNode, Tenant, object> contract, Tenant tenant, CancellationToken ct) =>
        Scope.TryParse(path, out var scope) && await get.ExecuteAsync(call.Caller, scope, ct) is Outcome<ScopeNode>.Done(var found)
            ? ArmAnswers.Item(contract(found, tenant))
            : NoSuch(path);

    private static IResult NoSuch(string name) => ArmErrors.NoSuch("scopes", name);
}
