using System.Text;
using Microsoft.OData;
using Microsoft.OData.UriParser;
using Regent.Api.OData;

namespace Regent.Api.Arm.Protocol;

/// <summary>
/// Takes a filter apart into terms joined by <c>and</c>: functions such as <c>asTarget()</c>, and members that equal a value, or one of
/// several joined by <c>or</c> (specification of the API, section 3.3).
/// </summary>
internal static class ArmFilter
{
    private const int Deepest = 20;

    public static Reading<IReadOnlyList<ArmTerm>> Read(IReadOnlyList<string?> given)
    {
        if (given.Count == 0 || given is [var only] && string.IsNullOrWhiteSpace(only))
        {
            return new Reading<IReadOnlyList<ArmTerm>>.Good([]);
        }

        if (given.Count > 1 || given[0]!.Contains('\0'))
        {
            return Wrong("$filter is given more than once, or holds a null character.");
        }

        try
        {
            var parsed = new UriQueryExpressionParser(Deepest).ParseFilter(FilterText.Regular(Spaced(given[0]!)));
            return Terms(parsed);
        }
        catch (ODataException unreadable)
        {
            return Wrong($"$filter cannot be read: {unreadable.Message}");
        }
    }

    private static Reading<IReadOnlyList<ArmTerm>> Terms(QueryToken filter)
    {
        var terms = new List<ArmTerm>();
        var open = new Stack<QueryToken>([filter]);
        while (open.TryPop(out var token))
        {
            if (token is BinaryOperatorToken { OperatorKind: BinaryOperatorKind.And } both)
            {
                open.Push(both.Right);
                open.Push(both.Left);
            }
            else if (Term(token) is not { } term)
            {
                return new Flaw(
                    FlawKind.UnsupportedQuery,
                    "Only functions such as atScope(), and comparisons of a member with a text by 'eq', joined by 'and', are supported in $filter here.")
                {
                    Target = "$filter",
                };
            }
            else if (terms.Exists(other => other.Name == term.Name))
            {
                return Wrong($"'{term.Name}' stands more than once in $filter.");
            }
            else
            {
                terms.Add(term);
            }
        }

        return new Reading<IReadOnlyList<ArmTerm>>.Good(terms);
    }

    private static ArmTerm? Term(QueryToken token) => token switch
    {
        FunctionCallToken { Source: null } call when call.Arguments.Select(argument => Text(argument.ValueToken)).ToList() is var values
            && values.TrueForAll(value => value is not null) => new ArmTerm($"{call.Name.ToLowerInvariant()}()", values!),
        BinaryOperatorToken { OperatorKind: BinaryOperatorKind.Equal } equal when Member(equal.Left) is { } member && Text(equal.Right) is { } value =>
            new ArmTerm(member, [value]),
        BinaryOperatorToken { OperatorKind: BinaryOperatorKind.Or } either when Term(either.Left) is { } one && Term(either.Right) is { } other
            && one.Name == other.Name && !one.Name.EndsWith(')') => new ArmTerm(one.Name, [.. one.Values, .. other.Values]),
        _ => null,
    };

    private static string? Member(QueryToken token) => token switch
    {
        EndPathToken { NextToken: null } end => end.Identifier.ToLowerInvariant(),
        EndPathToken { NextToken: InnerPathToken { NextToken: null } owner } inner when owner.Identifier.Equals("properties", StringComparison.OrdinalIgnoreCase) =>
            inner.Identifier.ToLowerInvariant(),
        _ => null,
    };

    private static string? Text(QueryToken token) => token switch
    {
        LiteralToken { Value: string text } => text,
        LiteralToken { Value: Guid id } => id.ToString("D"),
        _ => null,
    };

    // Some programs write spaces as plus signs, and those twice encoded.
    private static string Spaced(string text)
    {
        var spaced = new StringBuilder(text.Length);
        var isQuoted = false;
        foreach (var letter in text)
        {
            isQuoted ^= letter == '\'';
            spaced.Append(letter == '+' && !isQuoted ? ' ' : letter);
        }

        return spaced.ToString();
    }

    private static Flaw Wrong(string message) => new(FlawKind.Query, message) { Target = "$filter" };
}
