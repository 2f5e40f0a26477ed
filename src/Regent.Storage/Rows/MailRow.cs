using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Storage.Rows;

internal sealed class MailRow
{
    public Guid Id { get; init; }
    public NoticeKind Kind { get; init; }

    /// <summary>All zeroes where it goes to an address alone.</summary>
    public Guid RecipientId { get; init; }

    /// <summary>Empty where it goes to a person.</summary>
    public string Address { get; init; } = "";

    public string Occasion { get; init; } = "";
    public Guid? RequestId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }
    public string? KeptSubject { get; set; }
    public string? KeptHtml { get; set; }
    public string? KeptText { get; set; }

    public static MailRow Of(Mail mail) => new()
    {
        Id = mail.Id,
        Kind = mail.Kind,
        RecipientId = mail.Recipient?.Value ?? Guid.Empty,
        Address = mail.Address ?? "",
        Occasion = mail.Occasion,
        RequestId = mail.Request?.Value,
        CreatedAt = mail.CreatedAt,
    };

    public Mail ToCore() => new(
        Id, Kind, Address.Length == 0 ? new PrincipalId(RecipientId) : null, RequestId is { } request ? new RequestId(request) : null, CreatedAt)
    {
        Address = Address.Length == 0 ? null : Address,
        Occasion = Occasion,
        SentAt = SentAt,
        Kept = KeptSubject is null ? null : new MailText(KeptSubject, KeptHtml ?? "", KeptText ?? ""),
    };
}
