namespace Regent.Storage.Rows;

internal sealed class MembershipRow
{
    public Guid GroupId { get; init; }
    public Guid MemberId { get; init; }
}
