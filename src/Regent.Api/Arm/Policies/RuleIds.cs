namespace Regent.Api.Arm.Policies;

/// <summary>Names of the parts of a policy (specification, section 2.3).</summary>
internal static class RuleIds
{
    public const string Admin = "Admin";
    public const string EndUser = "EndUser";
    public const string Requestor = "Requestor";
    public const string Approver = "Approver";
    public const string Eligibility = "Eligibility";
    public const string Assignment = "Assignment";

    public static string Enablement(string caller, string level) => $"Enablement_{caller}_{level}";

    public static string Expiration(string caller, string level) => $"Expiration_{caller}_{level}";

    public static string Notification(string recipient, string caller, string level) => $"Notification_{recipient}_{caller}_{level}";

    public static string Approval => $"Approval_{EndUser}_{Assignment}";

    public static string AuthenticationContext => $"AuthenticationContext_{EndUser}_{Assignment}";
}
