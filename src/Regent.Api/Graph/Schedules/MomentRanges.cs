using Regent.Api.OData;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Schedules;

/// <summary>Makes ranges of comparisons with moments.</summary>
internal static class MomentRanges
{
    /// <summary>The range, narrowed by one more comparison.</summary>
    public static Reading<MomentRange> Narrow(MomentRange? range, FilterTerm term) => (term.Operator, term.Value) switch
    {
        (FilterOperator.GreaterOrEqual, DateTimeOffset moment) => new MomentRange(moment, range?.Before),
        (FilterOperator.Greater, DateTimeOffset moment) => new MomentRange(Next(moment), range?.Before),
        (FilterOperator.Less, DateTimeOffset moment) => new MomentRange(range?.From, moment),
        (FilterOperator.LessOrEqual, DateTimeOffset moment) => new MomentRange(range?.From, Next(moment)),
        (FilterOperator.Equal, DateTimeOffset moment) => new MomentRange(moment, Next(moment)),
        _ => term.Unsupported,
    };

    // Moments are kept to the microsecond.
    private static DateTimeOffset Next(DateTimeOffset moment) =>
        moment < DateTimeOffset.MaxValue.AddMicroseconds(-1) ? moment.AddMicroseconds(1) : moment;
}
