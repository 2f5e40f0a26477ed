namespace Regent.Operations.Ports;

/// <summary>What a mail says, as HTML and as text.</summary>
public sealed record MailText(string Subject, string Html, string Text);
