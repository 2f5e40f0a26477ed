using Regent.Core.Targets;

namespace Regent.Targets.Postgres;

/// <summary>The comments by which Regent knows the logins again that it made itself; whoever has no such comment is not touched.</summary>
internal sealed class LoginMarks(TargetId target)
{
    /// <summary>It has no password yet, or not any more, and cannot sign in.</summary>
    public string Waiting { get; } = $"Temporary login of Regent ({target}): without a password";

    /// <summary>Its password was handed out.</summary>
    public string Issued { get; } = $"Temporary login of Regent ({target}): in use";

    /// <summary>Its password was handed out, and it takes no new sessions because its end is near.</summary>
    public string Closed { get; } = $"Temporary login of Regent ({target}): closed before its end";

    public string[] All => [Waiting, Issued, Closed];
}
