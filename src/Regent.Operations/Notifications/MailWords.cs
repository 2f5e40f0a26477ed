namespace Regent.Operations.Notifications;

/// <summary>The sentences of a mail about a request.</summary>
/// <param name="Subject">What it is called.</param>
/// <param name="Lead">What happened.</param>
/// <param name="Action">What the link is for.</param>
/// <param name="Page">Where the link leads, within the portal.</param>
internal sealed record MailWords(string Subject, string Lead, string Action, string Page);
