namespace Regent.Core.Audit;

/// <summary>How the recorded act went.</summary>
public enum AuditResult
{
    Success,
    Failure,
    Timeout,
}
