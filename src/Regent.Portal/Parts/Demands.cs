using Regent.Core.Policies;

namespace Regent.Portal.Parts;

/// <summary>What activating a role demands, in words.</summary>
public static class Demands
{
    /// <summary>The demands in the order a person meets them; empty when there are none.</summary>
    public static IReadOnlyList<string> Of(ActivationSettings settings)
    {
        (bool Demanded, string Word)[] all =
        [
            (settings.RequiresMfa, "second factor"),
            (settings.AuthenticationContext is not null, "authentication context"),
            (settings.RequiresJustification, "reason"),
            (settings.RequiresTicket, "ticket"),
            (settings.RequiresApproval, "approval"),
        ];

        return [.. all.Where(demand => demand.Demanded).Select(demand => demand.Word)];
    }

    /// <summary>The same as one line.</summary>
    public static string Line(ActivationSettings settings) => Of(settings) is { Count: > 0 } demands ? string.Join(" · ", demands) : "nothing";
}
