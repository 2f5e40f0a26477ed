using System.Globalization;
using Microsoft.AspNetCore.Http;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core;
using Regent.Core.Alerts;
using Regent.Operations.Alerts;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Alerts;

/// <summary>Answers lists of alerts, and of what each alert has one of. There are few, and each answer is cut out of all; the filter must name the scope.</summary>
internal static class AlertLists
{
    private const string OfTenant = $"scopeId eq '{AlertIds.ScopeId}' and scopeType eq '{AlertIds.ScopeType}'";

    private const string ScopeIdMember = "scopeId";
    private const string ScopeTypeMember = "scopeType";

    /// <summary>Finds the alerts whose items are wanted.</summary>
    /// <param name="call">The request.</param>
    /// <param name="list">The operation.</param>
    /// <param name="asked">What was asked about the items.</param>
    /// <param name="members">
    /// The members that can be filtered by <c>eq</c> and <c>ne</c> beside the scope, numbers by every comparison, with what they are of an alert.
    /// </param>
    /// <param name="answer">Makes an answer of what was found.</param>
    /// <param name="ct">Gives up.</param>
    public static Task<IResult> FindAsync(
        GraphCall call, ListAlerts list, Reading<ODataQuery> asked, IReadOnlyDictionary<string, Func<Alert, object>> members,
        Func<ODataQuery, Page<Alert>, Task<IResult>> answer, CancellationToken ct) => asked.AnswerAsync(query =>
            Names(query, ScopeIdMember) && Names(query, ScopeTypeMember)
                ? Read(query, members).AnswerAsync(async wanted => await list.ExecuteAsync(call.Caller, ct) switch
                {
                    Outcome<IReadOnlyList<Alert>>.Done(var all) => await answer(query, all.Where(wanted).Cut(query, alert => alert.Kind.ToString())),
                    var refused => refused.Answer(_ => Results.NoContent()),
                })
                : Task.FromResult(GraphErrors.WithoutScope(OfTenant)));

    private static bool Names(ODataQuery asked, string member) =>
        asked.Filter.Any(term => term.Path == member && term.Operator == FilterOperator.Equal);

    private static Reading<Func<Alert, bool>> Read(ODataQuery asked, IReadOnlyDictionary<string, Func<Alert, object>> members) =>
        asked.Order is { } order
            ? order.Unsupported
            : asked.Filter.Aggregate(Where(_ => true), (before, term) => before.Then(others => Test(term, members)
                .Then(test => Where(alert => others(alert) && test(alert)))));

    private static Reading<Func<Alert, bool>> Test(FilterTerm term, IReadOnlyDictionary<string, Func<Alert, object>> members) => term switch
    {
        { Path: ScopeIdMember, Operator: FilterOperator.Equal } => Only(AlertIds.ScopeId, term),
        { Path: ScopeTypeMember, Operator: FilterOperator.Equal } => Only(AlertIds.ScopeType, term),
        _ when members.TryGetValue(term.Path, out var read) && NumberOf(term.Value) is { } number && Compared(term.Operator) is { } holds =>
            Where(alert => holds(NumberOf(read(alert))?.CompareTo(number) ?? 1)),
        { Operator: FilterOperator.Equal } when members.TryGetValue(term.Path, out var read) => Where(alert => IsSame(read(alert), term)),
        { Operator: FilterOperator.NotEqual } when members.TryGetValue(term.Path, out var read) => Where(alert => !IsSame(read(alert), term)),
        _ => term.Unsupported,
    };

    private static Reading<Func<Alert, bool>> Only(string value, FilterTerm term) => IsSame(value, term) ? Where(_ => true) : term.Misfit;

    private static double? NumberOf(object value) =>
        value is int or long or float or double or decimal ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;

    private static Func<int, bool>? Compared(FilterOperator how) => how switch
    {
        FilterOperator.Equal => order => order == 0,
        FilterOperator.NotEqual => order => order != 0,
        FilterOperator.Less => order => order < 0,
        FilterOperator.LessOrEqual => order => order <= 0,
        FilterOperator.Greater => order => order > 0,
        FilterOperator.GreaterOrEqual => order => order >= 0,
        _ => null,
    };

    private static bool IsSame(object value, FilterTerm term) =>
        value is string text ? text.Equals(term.Text, StringComparison.OrdinalIgnoreCase) : value.Equals(term.Value);

    private static Reading<Func<Alert, bool>> Where(Func<Alert, bool> test) => test;
}
