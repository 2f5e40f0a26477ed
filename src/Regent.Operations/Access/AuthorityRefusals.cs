using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Roles;

namespace Regent.Operations.Access;

/// <summary>Says no in the words that fit the place.</summary>
internal static class AuthorityRefusals
{
    /// <summary>Why somebody may not manage what is held at a scope; null when they may.</summary>
    /// <param name="authority">What they may do.</param>
    /// <param name="place">The scope in the tree; null when it is not there, which only who manages everything may learn.</param>
    /// <param name="scope">The scope as it was asked for.</param>
    public static Refusal? RefusalAt(this Authority authority, Place? place, Scope scope)
    {
        if (authority.MayManageAt(place ?? new Place(scope, [])))
        {
            return place is null ? Refusals.UnknownScope : null;
        }

        return scope.System == RoleSystem.Directory ? Refusals.MayNotManage : Refusals.MayNotManageHere;
    }

    /// <summary>The same, where the role might not fit the scope.</summary>
    public static Refusal? RefusalAt(this Authority authority, Outcome<Place> place, Scope scope) => place is Outcome<Place>.Done(var found)
        ? authority.RefusalAt(found, scope)
        : authority.MayManageAt(new Place(scope, [])) ? null : authority.RefusalAt(place: null, scope);
}
