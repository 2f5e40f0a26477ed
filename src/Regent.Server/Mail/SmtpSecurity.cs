namespace Regent.Server.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
internal enum SmtpSecurity
{
    /// <summary>Not at all; for a server on the same machine.</summary>
    None,

    /// <summary>Upgraded by STARTTLS, and refused when the server does not offer it.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}
