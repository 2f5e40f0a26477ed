using Regent.Api.Graph.Contracts;
using Regent.Api.OData;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Operations.Principals;

namespace Regent.Api.Graph.Directory;

/// <summary>Writes groups with who is in them and who owns them, where that is asked: the first of each, as the reference does.</summary>
internal static class GroupExpansion
{
    private const int Most = 20;

    public static async Task<DirectoryObjectContract> OfAsync(
        Principal principal, Selection selection, ListPrincipals list, CancellationToken ct)
    {
        var contract = DirectoryObjectContract.Of(principal);
        return contract is GroupContract group
            ? group with
            {
                Members = await RelatedAsync(selection.Expands("members"), new PrincipalRelation.MembersOf(principal.Id, IsTransitive: false), list, ct),
                Owners = await RelatedAsync(selection.Expands("owners"), new PrincipalRelation.OwnersOf(principal.Id), list, ct),
            }
            : contract;
    }

    /// <summary>Those in a relation, if they are wanted.</summary>
    public static async Task<IReadOnlyList<DirectoryObjectContract>> RelatedAsync(
        bool isWanted, PrincipalRelation relation, ListPrincipals list, CancellationToken ct) => isWanted
            ? [.. (await list.ExecuteAsync(new PrincipalQuery { Relation = relation }, new PageAsk(Most), ct)).Items.Select(DirectoryObjectContract.Of)]
            : [];
}
