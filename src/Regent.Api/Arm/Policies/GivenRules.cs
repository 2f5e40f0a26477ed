using Regent.Api.OData;
using Regent.Core.Policies;

namespace Regent.Api.Arm.Policies;

/// <summary>Rules about what administrators give.</summary>
internal static class GivenRules
{
    public static Reading<AssignmentSettings> Enablement(AssignmentSettings settings, RuleBody rule, string member) =>
        Demanded.Read(rule, member).Then<AssignmentSettings>(demanded => demanded is null
            ? settings
            : settings with { RequiresMfa = demanded.Mfa, RequiresJustification = demanded.Justification, RequiresTicket = demanded.Ticket });

    public static Reading<AssignmentSettings> Expiration(AssignmentSettings settings, RuleBody rule, string member) =>
        WireDuration.Read(rule.MaximumDuration, $"{member}.maximumDuration").Then<AssignmentSettings>(longest => settings with
        {
            AllowsPermanent = rule.IsExpirationRequired is { } isRequired ? !isRequired : settings.AllowsPermanent,
            MaximumDuration = longest ?? settings.MaximumDuration,
        });
}
