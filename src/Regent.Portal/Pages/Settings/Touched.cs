namespace Regent.Portal.Pages.Settings;

/// <summary>Brings a change onto what somebody else saved meanwhile.</summary>
internal static class Touched
{
    /// <summary>What was touched stays, what was not follows.</summary>
    /// <param name="before">The value the change began from.</param>
    /// <param name="mine">The value as it is filled in.</param>
    /// <param name="theirs">The value that was saved meanwhile.</param>
    public static T Or<T>(T before, T mine, T theirs) => EqualityComparer<T>.Default.Equals(before, mine) ? theirs : mine;
}
