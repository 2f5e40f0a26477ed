using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Storage.Rows;

internal sealed class MailRow
{
    public Guid Id { get; init; }
    public NoticeKind Kind { get; init; }
    public Guid RecipientId { get; init; }
    public Guid? RequestId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }
    public string? KeptSubject { get; set; }
    public string? KeptHtml { get; set; }
    public string? KeptText { get; set; }

    public Mail ToCore() => new(Id, Kind, new PrincipalId(RecipientId), RequestId is { } request ? new RequestId(request) : null, CreatedAt)
    {
        SentAt = SentAt,
        Kept = KeptSubject is null ? null : new MailText(KeptSubject, KeptHtml ?? "", KeptText ?? ""),
    };
}
