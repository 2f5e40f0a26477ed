using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Regent.Api.Graph.Alerts.Configurations;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Alerts;
using Regent.Operations.Alerts;

namespace Regent.Api.Graph.Alerts;

/// <summary>What is sent to change a configuration; what is left out stays. Members that its type does not have are passed over.</summary>
internal sealed partial record AlertConfigurationBody
{
    private const string TypeMember = "@odata.type";
    private const string DurationMember = "duration";

    [JsonPropertyName(TypeMember)]
    public string? Type { get; init; }

    public bool? IsEnabled { get; init; }

    public string? Duration { get; init; }

    public int? GlobalAdminCountThreshold { get; init; }

    public int? PercentageOfGlobalAdminsOutOfRolesThreshold { get; init; }

    public int? SequentialActivationCounterThreshold { get; init; }

    public string? TimeIntervalBetweenActivations { get; init; }

    /// <summary>The change to the configuration of this alert.</summary>
    public Reading<AlertChange> Read(AlertKind kind)
    {
        var type = GraphJson.Model.Of(AlertConfigurationContract.TypeOf(kind)).Entity;
        var named = $"{type.Namespace}.{type.Name}";
        if (!string.Equals(Type?.TrimStart('#'), named, StringComparison.OrdinalIgnoreCase))
        {
            return new Flaw(FlawKind.Body, $"'{TypeMember}' must be '#{named}', the type of this configuration.") { Target = TypeMember };
        }

        return AlertDefinitions.Of(kind).Thresholds.Aggregate(
            (Reading<AlertChange>)new AlertChange(IsEnabled, new Dictionary<AlertThreshold, int>()),
            (before, range) => before.Then(change => Number(range.Threshold).Then(sent => Add(change, range, sent))));
    }

    private static Reading<AlertChange> Add(AlertChange change, ThresholdRange range, int? sent) => (sent, range.Problem(sent ?? range.Usual)) switch
    {
        (null, _) => change,
        (_, { } problem) => new Flaw(FlawKind.Body, $"'{MemberOf(range.Threshold)}' cannot be set so. {problem.Message}")
        {
            Target = MemberOf(range.Threshold),
        },
        ({ } number, null) => change with
        {
            Thresholds = new Dictionary<AlertThreshold, int>(change.Thresholds) { [range.Threshold] = number },
        },
    };

    private static string MemberOf(AlertThreshold threshold) => threshold switch
    {
        AlertThreshold.Days or AlertThreshold.Minutes => DurationMember,
        AlertThreshold.Administrators => "globalAdminCountThreshold",
        AlertThreshold.Share => "percentageOfGlobalAdminsOutOfRolesThreshold",
        AlertThreshold.Activations => "sequentialActivationCounterThreshold",
        AlertThreshold.PauseSeconds => "timeIntervalBetweenActivations",
    };

    private Reading<int?> Number(AlertThreshold threshold) => threshold switch
    {
        AlertThreshold.Days => Whole(Duration, DurationMember, TimeSpan.FromDays(1), "days"),
        AlertThreshold.Administrators => GlobalAdminCountThreshold,
        AlertThreshold.Share => PercentageOfGlobalAdminsOutOfRolesThreshold,
        AlertThreshold.Activations => SequentialActivationCounterThreshold,
        AlertThreshold.PauseSeconds => Whole(TimeIntervalBetweenActivations, MemberOf(threshold), TimeSpan.FromSeconds(1), "seconds"),
        AlertThreshold.Minutes => Whole(Duration, DurationMember, TimeSpan.FromMinutes(1), "minutes"),
    };

    private static Reading<int?> Whole(string? text, string member, TimeSpan unit, string units) => text is not null && Nothing().IsMatch(text)
        ? 0
        : WireDuration.Read(text, member).Then<int?>(length => length switch
        {
            null => (int?)null,
            { } given when given.Ticks % unit.Ticks != 0 || given.Ticks / unit.Ticks > int.MaxValue =>
                new Flaw(FlawKind.Body, $"The value of '{member}' must be a number of whole {units}.") { Target = member },
            { } given => (int)(given.Ticks / unit.Ticks),
        });

    // No time at all, which no other member takes.
    [GeneratedRegex(@"^P(0+D)?(T(0+H)?(0+M)?(0+S)?)?(?<=\d[A-Z])\z")]
    private static partial Regex Nothing();
}
