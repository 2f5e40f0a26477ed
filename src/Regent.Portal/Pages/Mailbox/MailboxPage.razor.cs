using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Operations.Notifications;
using Regent.Operations.Ports;

namespace Regent.Portal.Pages.Mailbox;

/// <summary>The reader's own mails, where there is no mail server to hand them to.</summary>
public sealed partial class MailboxPage
{
    /// <summary>The mail that is open; null for the list alone.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    protected override object State => nameof(MailboxPage);

    [Inject]
    private ListMailbox Mails { get; set; } = default!;

    private Mail? Open => Rows?.FirstOrDefault(mail => mail.Id == Id);

    protected override async Task<Outcome<Page<Mail>>> PageAsync(PageAsk page, CancellationToken ct) =>
        await Mails.ExecuteAsync(Caller, page, ct);

    // Links of a mail lead out of its frame, into the portal.
    private static string Letter(MailText letter) =>
        letter.Html.Replace("<head>", "<head><base target=\"_top\">", StringComparison.Ordinal);

    private void Close() => Address.NavigateTo("/mailbox");
}
