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

    /// <summary>The turn in which these logins are changed, and their passwords handed out.</summary>
    public (int, int) Turn { get; } = TurnOf(target.Value.ToByteArray());

    public string[] All => [Waiting, Issued, Closed];

    private static (int, int) TurnOf(byte[] id) =>
        (BitConverter.ToInt32(id, 0) ^ BitConverter.ToInt32(id, 4), BitConverter.ToInt32(id, 8) ^ BitConverter.ToInt32(id, 12));
}
