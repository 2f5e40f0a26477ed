using System.Security.Cryptography.X509Certificates;

namespace Regent.Testing.Smtp;

/// <summary>How a <see cref="SmtpSink"/> behaves.</summary>
public sealed record SmtpManners
{
    /// <summary>What it proves itself with; without one it speaks no TLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Whether it speaks TLS from the first byte, rather than when asked.</summary>
    public bool IsTlsFromTheStart { get; init; }

    /// <summary>The only user and password it takes mail from; without one it takes mail from everybody.</summary>
    public (string User, string Password)? Login { get; init; }

    /// <summary>What it waits for before it says that it has taken a mail.</summary>
    public Func<Task> BeforeTaking { get; init; } = () => Task.CompletedTask;

    /// <summary>Whether it says nothing any more when it is told goodbye.</summary>
    public bool IsSilentAtGoodbye { get; init; }
}
