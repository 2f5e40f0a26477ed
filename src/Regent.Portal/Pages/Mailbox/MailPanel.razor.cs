using Microsoft.AspNetCore.Components;
using Regent.Operations.Notifications;
using Regent.Operations.Ports;

namespace Regent.Portal.Pages.Mailbox;

/// <summary>One mail, as its recipient would have read it.</summary>
public sealed partial class MailPanel
{
    /// <summary>Which mail.</summary>
    [Parameter, EditorRequired]
    public Guid Id { get; set; }

    /// <summary>Called when the reader is through.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    protected override object State => Id;

    [Inject]
    private GetMail Mails { get; set; } = default!;

    private MailText? Letter => Model?.Mail?.Kept;

    protected override async Task<Opened> LoadAsync(CancellationToken ct) => new(await Mails.ExecuteAsync(Caller, Id, ct));

    // Links of a mail lead out of its frame, into the portal.
    private static string Framed(MailText letter) =>
        letter.Html.Replace("<head>", "<head><base target=\"_top\">", StringComparison.Ordinal);

    /// <summary>The mail, or null when there is none for this reader.</summary>
    public sealed record Opened(Mail? Mail);
}
