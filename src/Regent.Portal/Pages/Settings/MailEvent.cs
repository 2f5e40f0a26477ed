namespace Regent.Portal.Pages.Settings;

/// <summary>What happens to a role, and the mails of it: to administrators, to the person, to those who decide.</summary>
/// <param name="Title">What happens.</param>
/// <param name="Mails">The mails in this order.</param>
public sealed record MailEvent(string Title, IReadOnlyList<MailKind> Mails);
