using System.Text.Json.Nodes;

namespace Regent.Server.Tests.Api.Fuzz;

/// <summary>What nobody sends in good faith.</summary>
internal static class Hostile
{
    public static readonly string[] Texts =
    [
        "", " ", "'", "''", "\"", "\\", "\0", "a\0b", "\r\nX-Header: 1", "../../etc/passwd", "%00", "%", "{0}", "${7*7}", "<script>alert(1)</script>",
        "'; DROP TABLE requests; --", "' or '1' eq '1", "null", "true", "NaN", "-1", "1e999", "9223372036854775808", "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff", "{00000000-0000-0000-0000-000000000001}", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z",
        "2026-02-30T00:00:00Z", "2026-03-02T09:00:00", "2026-03-02T09:00:00+99:00", "P1Y", "PT0S", "-PT1H", "P99999999999D", "PT", "😀\u202Egnp.exe", "é\u0301", "\uFFFE",
        "unknownFutureValue", "selfActivate", "adminAssign", "/", "//", "/administrativeUnits/", "/administrativeUnits/x", "/subscriptions/x",
        new string('x', 300), new string('x', 20_000), new string('é', 5_000),
    ];

    public static readonly string[] Queries =
    [
        "$filter=", "$filter=principalId eq", "$filter=principalId eq 'x'", "$filter=id eq 'x' or 1 eq 1", "$filter=startswith(displayName,'a')",
        "$filter=status eq 'PendingApproval'", "$filter=createdDateTime ge 2026-01-01T00:00:00Z", "$filter=scopeId eq '/' and scopeType eq 'DirectoryRole'",
        "$filter=scopeId eq 'x' and scopeType eq 'y'", "$filter=groupId eq '%27'", "$filter=not(((((((((a", "$filter=principalId in ()", "$filter=asTarget()",
        "$filter=atScope() and principalId eq 'x'", "$filter=assignedTo('')", "$filter=foo()", "$filter=any(x:x/y eq 1)", "$filter=id eq null",
        "$select=*", "$select=id,nothing", "$select=", "$expand=*", "$expand=principal", "$expand=policy($expand=rules)", "$expand=x($levels=max)",
        "$orderby=createdDateTime desc", "$orderby=x y z", "$top=0", "$top=-1", "$top=99999999999", "$top=1", "$skip=-1", "$skip=999999999", "$count=true",
        "$count=maybe", "$search=\"displayName:a\"", "$search=a", "$skiptoken=x", "$skiptoken=%00", "$apply=groupby((x))", "$format=xml", "%24filter=x",
        "api-version=1900-01-01", "api-version=", "api-version=2020-10-01&api-version=2020-10-01", "$top=1&$top=2", "=&&==", "$filter=" + new string('(', 500),
        "on='x'", "tenantId=x",
    ];

    public static JsonNode? Value(Dice dice) => dice.Below(9) switch
    {
        0 => null,
        1 => dice.Below(3) - 1,
        2 => 1e300,
        3 => dice.Once(2),
        4 => new JsonArray(),
        5 => new JsonArray(1, "x", null, new JsonObject()),
        6 => new JsonObject(),
        7 => new JsonObject { ["@odata.type"] = dice.Among(Texts), ["id"] = dice.Among(Texts) },
        _ => dice.Among(Texts),
    };

    /// <summary>A body that is no JSON object, or hardly one.</summary>
    public static string Body(Dice dice) => dice.Below(11) switch
    {
        0 => "",
        1 => "null",
        2 => "[]",
        3 => "\"text\"",
        4 => "17",
        5 => "{",
        6 => "{\"a\":1,}",
        7 => "{\"action\":\"selfActivate\",\"action\":\"adminAssign\",\"Action\":1}",
        8 => $"{{\"a\":{new string('[', 2_000)}{new string(']', 2_000)}}}",
        9 => $"{{\"justification\":\"{new string('x', 200_000)}\"}}",
        _ => "\uFEFF{}",
    };
}
