using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Roles;

namespace Regent.Operations.Access;

/// <summary>Finds out how much somebody may see of what others have and ask (specification, section 11).</summary>
public sealed class ReadableLists(Places places)
{
    /// <summary>The places they may see of a list; else why nothing.</summary>
    /// <param name="who">Who asks.</param>
    /// <param name="system">The role system the list is about; null is all.</param>
    /// <param name="scope">The one scope the list is about; null is all.</param>
    /// <param name="isOwn">Whether it holds nothing but what concerns themselves.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Reach>> ForAsync(Standing who, RoleSystem? system, Scope? scope, bool isOwn, CancellationToken ct)
    {
        if (isOwn || who.Authority.MayRead)
        {
            return Reach.Everywhere;
        }

        if (scope is not null)
        {
            // What stands at a scope that has left the tree is still to be seen.
            return who.Authority.MayReadAt(await places.FindAsync(scope, ct) ?? new Place(scope, [])) ? Reach.Everywhere : RefusalAt(scope);
        }

        var reach = system is { } one ? who.Authority.ReadIn(one) : Reach.Nowhere;
        return reach.IsNowhere ? Refusals.MayNotRead : reach;
    }

    private static Refusal RefusalAt(Scope scope) => scope.System == RoleSystem.Directory ? Refusals.MayNotRead : Refusals.MayNotReadHere;
}
