namespace Regent.Cli.Commands;

/// <summary>What the status of a request means to whoever waits for it.</summary>
internal static class RequestStatus
{
    private const string Provisioned = "Provisioned";
    private const string Awaited = "PendingProvisioning";

    /// <summary>It is in force.</summary>
    public static bool IsActive(string status) => status is Provisioned or Awaited;

    /// <summary>It is in force, and some system has not shown it yet.</summary>
    public static bool IsAwaited(string status) => status == Awaited;

    /// <summary>It may still come into force.</summary>
    public static bool IsOpen(string status) => status is "Granted" || status.StartsWith("Pending", StringComparison.Ordinal);

    /// <summary>The status in words.</summary>
    public static string Word(string status) => status switch
    {
        Provisioned => "active",
        Awaited => "active, not seen in its systems yet",
        "PendingApproval" => "waiting for approval",
        "PendingAdminDecision" => "waiting for an administrator",
        "Granted" => "planned",
        "Denied" => "denied",
        "Canceled" => "cancelled",
        "TimedOut" => "nobody answered",
        "Revoked" => "taken back",
        "Failed" => "failed",
        _ => status,
    };
}
