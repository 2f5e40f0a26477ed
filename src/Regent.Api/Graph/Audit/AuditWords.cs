using Regent.Core.Audit;

namespace Regent.Api.Graph.Audit;

/// <summary>How the record's terms are written.</summary>
internal static class AuditWords
{
    public static string Of(AuditCategory category) => category.ToString();

    public static string Of(AuditService service) => service switch
    {
        AuditService.Pim => "PIM",
        AuditService.CoreDirectory => "Core Directory",
        AuditService.AuthenticationMethods => "Authentication Methods",
    };

    public static string Of(AuditResult result) => result switch
    {
        AuditResult.Success => "success",
        AuditResult.Failure => "failure",
        AuditResult.Timeout => "timeout",
    };

    /// <summary>What was done, by the first word of the act's name; null where that says nothing.</summary>
    public static string? OperationOf(string activity) => activity.Split(' ')[0] switch
    {
        "Add" or "Invite" or "Create" or "Issue" => "Add",
        "Update" or "Change" or "Extend" => "Update",
        "Remove" or "Delete" or "Cancel" => "Delete",
        _ => null,
    };

    /// <summary>The value that is written so, whatever the letter case; null when none is.</summary>
    public static T? Read<T>(string text, Func<T, string> word)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => word(value).Equals(text, StringComparison.OrdinalIgnoreCase)).Select(value => (T?)value).FirstOrDefault();
}
