using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Principals;
using Regent.Operations.Roles;

namespace Regent.Api.Graph.Directory;

/// <summary>Directory roles as part of the directory, with those to whom they are assigned. Every role is there; none needs to be activated first.</summary>
internal static class DirectoryRoles
{
    /// <summary>What it is called in the schema.</summary>
    public const string Type = "directoryRole";

    private const string Set = "directoryRoles";
    private const string ByTemplate = $"{Set}(roleTemplateId='{{id}}')";

    public static void Map(IEndpointRouteBuilder graph)
    {
        graph.MapGet(Set, ListAsync).Needs(DirectoryPermissions.ReadDirectoryRole);
        graph.MapGet($"{Set}/$count", CountAsync).Needs(DirectoryPermissions.ReadDirectoryRole);
        foreach (var one in new[] { $"{Set}/{{id}}", ByTemplate })
        {
            graph.MapGet(one, GetAsync).Needs(DirectoryPermissions.ReadDirectoryRole);
            RelatedLists.Map(graph, $"{one}/members", DirectoryPermissions.ReadDirectoryRole, item =>
                item is DirectoryItem.OfRole(var role) ? new PrincipalRelation.HoldersOf(role.Id) : null);
        }
    }

    /// <summary>Answers with those of some roles that are asked for.</summary>
    public static Task<IResult> AnswerAsync(GraphCall call, IReadOnlyList<RoleDefinition> roles) => FindAsync(
        call, roles, asked => asked, (asked, page) => call.List(Set, asked, page, DirectoryRoleContract.Of));

    /// <summary>Answers with how many of some roles are asked for.</summary>
    public static Task<IResult> AnswerCountAsync(GraphCall call, IReadOnlyList<RoleDefinition> roles) => FindAsync(
        call, roles, asked => asked.Counting(), (_, page) => GraphAnswers.Count(page));

    private static async Task<IResult> ListAsync(GraphCall call, ListRoles list, CancellationToken ct) =>
        await AnswerAsync(call, await list.ExecuteAsync(RoleSystem.Directory, ct));

    private static async Task<IResult> CountAsync(GraphCall call, ListRoles list, CancellationToken ct) =>
        await AnswerCountAsync(call, await list.ExecuteAsync(RoleSystem.Directory, ct));

    private static Task<IResult> GetAsync(
        GraphCall call, string id, FindDirectoryItems find, ListPrincipals list, CancellationToken ct) =>
        call.Query<DirectoryRoleContract>().Then(asked => asked.OfItem()).AnswerAsync(async selection =>
            await find.ItemAsync(id, ct) is DirectoryItem.OfRole(var role)
                ? call.Item(Set, selection, DirectoryRoleContract.Of(role) with
                {
                    Members = await GroupExpansion.RelatedAsync(
                        selection.Expands("members"), new PrincipalRelation.HoldersOf(role.Id), list, ct),
                })
                : GraphErrors.NoSuchObject(id));

    private static Task<IResult> FindAsync(
        GraphCall call, IReadOnlyList<RoleDefinition> roles, Func<ODataQuery, ODataQuery> shape,
        Func<ODataQuery, Page<RoleDefinition>, IResult> answer) =>
        call.Directory(typeof(DirectoryRoleContract)).Then(Whole).Then<ODataQuery>(asked => shape(asked)).AnswerAsync(asked =>
            RoleFilter.Read(asked).AnswerAsync(wanted => Task.FromResult(answer(
                asked, roles.Where(wanted).Cut(asked, role => role.Id.ToString(), DirectoryQuery.LargestPage)))));

    // A list of roles with all who hold them would be as long as the record of assignments, which has its own address.
    private static Reading<ODataQuery> Whole(ODataQuery asked) => asked.Selection.Expands("members")
        ? new Flaw(FlawKind.UnsupportedQuery, "'members' can be expanded of a single role only.") { Target = "$expand" }
        : asked;
}
