using System.DirectoryServices.Protocols;
using Regent.Core.Targets;

namespace Regent.Targets.Ldap;

/// <summary>What the codes of a directory mean.</summary>
internal static class LdapAnswers
{
    /// <summary>Whether what was read is not there: nothing has the name, or it is no name at all.</summary>
    public static bool IsNotThere(this DirectoryResponse response) =>
        response.ResultCode is ResultCode.NoSuchObject or ResultCode.InvalidDNSyntax;

    /// <summary>The answer to what did not succeed, in the directory's own words.</summary>
    public static TargetAnswer To(DirectoryResponse response, string what) => response.ResultCode switch
    {
        ResultCode.Busy or ResultCode.Unavailable => TargetAnswer.Unreachable(Words(response, what)),
        ResultCode.Referral or ResultCode.ReferralV2 => TargetAnswer.Refused(
            $"{what}: the server refers to another one{Elsewhere(response)}. Set the server that keeps these entries and takes changes."),
        ResultCode.SizeLimitExceeded => TargetAnswer.Refused(
            $"{what}: the server gives this account no more entries. Raise its limit, in OpenLDAP with olcLimits: size=unlimited."),
        _ => TargetAnswer.Refused(Words(response, what)),
    };

    /// <summary>The values of an attribute as texts.</summary>
    public static IReadOnlyList<string> Texts(this SearchResultEntry entry, string attribute) =>
        entry.Attributes[attribute]?.GetValues(typeof(string)).Cast<string>().ToArray() ?? [];

    /// <summary>The first value of an attribute as text; null when there is none.</summary>
    public static string? Text(this SearchResultEntry entry, string attribute) => entry.Texts(attribute) is [var first, ..] ? first : null;

    private static string Words(DirectoryResponse response, string what) => string.IsNullOrWhiteSpace(response.ErrorMessage)
        ? $"{what}: {response.ResultCode} ({(int)response.ResultCode})."
        : $"{what}: {response.ResultCode} ({(int)response.ResultCode}), {response.ErrorMessage.Trim()}";

    private static string Elsewhere(DirectoryResponse response) =>
        response.Referral is [var address, ..] ? $" ({address.GetLeftPart(UriPartial.Authority)})" : "";
}
