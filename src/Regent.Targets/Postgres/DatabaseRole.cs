namespace Regent.Targets.Postgres;

/// <summary>A role as the server describes it.</summary>
/// <param name="CanLogin">Whether sessions can be begun as this role.</param>
/// <param name="IsSuperuser">Whether it is a superuser, or its members can become as good as one.</param>
/// <param name="Comment">What its comment says.</param>
/// <param name="ValidUntil">Until when its password is good.</param>
/// <param name="Memberships">How many roles it is a direct member of.</param>
internal sealed record DatabaseRole(bool CanLogin, bool IsSuperuser, string? Comment, DateTimeOffset ValidUntil, int Memberships)
{
    public bool IsMarked(LoginMarks marks) => marks.All.Contains(Comment);
}
