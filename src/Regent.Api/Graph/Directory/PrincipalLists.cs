using Microsoft.AspNetCore.Http;
using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Operations.Principals;

namespace Regent.Api.Graph.Directory;

/// <summary>Answers with lists of principals, or with their length.</summary>
internal static class PrincipalLists
{
    /// <param name="call">The request.</param>
    /// <param name="type">As what they are written.</param>
    /// <param name="among">Those who are asked about; null is everybody.</param>
    /// <param name="list">The operation.</param>
    /// <param name="ct">Gives up.</param>
    public static Task<IResult> PrincipalsAsync(
        this GraphCall call, PrincipalType type, PrincipalRelation? among, ListPrincipals list, CancellationToken ct) =>
        call.Directory(type.Contract).AnswerAsync(asked => FindAsync(type, among, asked, list, async page =>
            call.List(type.Set, asked, await WrittenAsync(page, asked.Selection, list, ct), one => one, type.IsMixed), ct));

    /// <inheritdoc cref="PrincipalsAsync"/>
    public static Task<IResult> CountPrincipalsAsync(
        this GraphCall call, PrincipalType type, PrincipalRelation? among, ListPrincipals list, CancellationToken ct) =>
        call.Directory(type.Contract).Then<ODataQuery>(asked => asked.Counting()).AnswerAsync(asked =>
            FindAsync(type, among, asked, list, page => Task.FromResult(GraphAnswers.Count(page)), ct));

    private static Task<IResult> FindAsync(
        PrincipalType type, PrincipalRelation? among, ODataQuery asked, ListPrincipals list, Func<Page<Principal>, Task<IResult>> answer,
        CancellationToken ct) =>
        PrincipalFilter.Read(new PrincipalQuery(type.Kinds) { Relation = among }, asked).AnswerAsync(async query =>
            await answer(await list.ExecuteAsync(query, asked.Page(DirectoryQuery.UsualPage), ct)));

    private static async Task<Page<DirectoryObjectContract>> WrittenAsync(
        Page<Principal> page, Selection selection, ListPrincipals list, CancellationToken ct)
    {
        var written = new List<DirectoryObjectContract>();
        foreach (var principal in page.Items)
        {
            written.Add(await GroupExpansion.OfAsync(principal, selection, list, ct));
        }

        return new Page<DirectoryObjectContract>(written, page.Next) { Total = page.Total };
    }
}
