namespace Regent.Portal.Pages.Settings;

/// <summary>One kind of mail about a role.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Recipients">Who gets it unless told otherwise.</param>
public sealed record MailKind(string Title, string Recipients);
