using System.Text.RegularExpressions;

namespace Regent.Api.OpenApi;

/// <summary>Says what an operation does, from its address.</summary>
internal static partial class OperationWords
{
    /// <summary>Such as "List the role assignments".</summary>
    /// <param name="method">The method.</param>
    /// <param name="steps">The parts of the address.</param>
    public static string Summary(string method, IReadOnlyList<string> steps) => (method, steps) switch
    {
        (_, []) => "List what there is",
        (_, ["$metadata"]) => "Read the schema",
        (_, ["$batch"]) => "Send several requests in one",
        (_, [.., "{type}", "$count"]) => $"Count the {Many(steps.SkipLast(2))} of one type",
        (_, [.., "$count"]) => $"Count the {Many(steps.SkipLast(1))}",
        ("POST", [.., "$ref"]) => $"Add to the {Many(steps.SkipLast(1))}",
        ("DELETE", [.., "$ref"]) => $"Take out of the {Many(steps.SkipLast(2))}",
        ("POST", [.., var last]) when last.EndsWith("getByIds", StringComparison.Ordinal) => $"Read several {Many(steps.SkipLast(1))} by their ids",
        (_, [.., var last]) when last.StartsWith("filterByCurrentUser", StringComparison.Ordinal) => $"List the {Many(steps.SkipLast(1))} that concern the caller",
        (_, [.., "{type}"]) => $"List the {Many(steps.SkipLast(1))} of one type",
        ("POST", [.., var set, "check"]) when !IsParameter(set) => $"Check {One(set)} before it is made",
        ("POST", [.., var set, var parameter, var action]) when IsParameter(parameter) && !IsList(action) => $"{Capital(Spoken(action))} {One(set)}",
        ("POST", [.., var set, "refresh"]) => $"Refresh the {Spoken(set)}",
        ("POST", _) => $"Make {One(Last(steps))}",
        ("PUT", _) => $"Make or change {One(Last(steps))}",
        ("PATCH", _) => $"Change {One(Last(steps))}",
        ("DELETE", _) => $"Remove {One(Last(steps))}",
        (_, ["me"]) => "Read the caller's own profile",
        (_, [.., var last]) when IsParameter(last) => $"Read {One(Last(steps))}",
        (_, [.., var last]) when last.EndsWith(')') => $"Read {One(Last(steps))}",
        (_, [.., var last]) when IsList(last) => $"List the {Many(steps)}",
        _ => $"Read the {Many(steps)}",
    };

    /// <summary>The heading under which the operations of a list stand together.</summary>
    public static string Group(IReadOnlyList<string> steps) => steps switch
    {
        [] => "Service",
        [var only, ..] when only.StartsWith('$') => "Service",
        ["me", ..] => "Me",
        _ => Capital(Spoken(Set(steps))),
    };

    /// <summary>The words of a name that is written as one.</summary>
    public static string Spoken(string name) => Bare(name) switch
    {
        "memberOf" => "memberships",
        "transitiveMemberOf" => "direct and inherited memberships",
        "transitiveMembers" => "direct and inherited members",
        "activatedUsing" => "eligibility used",
        var bare => Hump().Replace(bare, " $0").ToLowerInvariant(),
    };

    /// <summary>An id for the operation, for the names that generators give.</summary>
    public static string Id(string method, string path) =>
        $"{method.ToLowerInvariant()}_{NoWord().Replace(path, "_").Trim('_')}";

    // Everything up to the first key, wherever that stands, leads to the list.
    private static string Set(IReadOnlyList<string> steps)
    {
        var way = steps.TakeWhile(step => !IsParameter(step) && !step.StartsWith('$') && !step.Contains('(', StringComparison.Ordinal)).ToList();
        return way is [] ? steps[0] : way.FindLast(step => Bare(step) is not ("refresh" or "getByIds")) ?? steps[0];
    }

    private static bool IsParameter(string step) => step.StartsWith('{');

    private static bool IsList(string step) => Bare(step).EndsWith('s') || step.EndsWith("Of", StringComparison.Ordinal);

    private static string Last(IReadOnlyList<string> steps) => steps.LastOrDefault(step => !IsParameter(step)) ?? "";

    private static string Many(IEnumerable<string> steps)
    {
        var named = steps.Where(step => !IsParameter(step)).ToList();
        return named switch
        {
            ["me", .., var mine] => $"{Spoken(mine)} of the caller",
            [.., var set, var part] when steps.SkipLast(1).LastOrDefault() is { } before && (IsParameter(before) || before.EndsWith(')')) => $"{Spoken(part)} of {One(set)}",
            [.., var set] => Spoken(set),
            [] => "items",
        };
    }

    private static string One(string set)
    {
        var words = Spoken(set);
        var one = words.EndsWith("ies", StringComparison.Ordinal) ? $"{words[..^3]}y" : words.EndsWith('s') ? words[..^1] : words;
        return $"{(one.Length > 0 && "aeio".Contains(one[0], StringComparison.Ordinal) ? "an" : "a")} {one}";
    }

    private static string Bare(string step) => step.Split('(')[0].Split('.')[^1];

    private static string Capital(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Hump();

    [GeneratedRegex(@"[^\w.]+")]
    private static partial Regex NoWord();
}
