using System.Globalization;
using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages;

/// <summary>How long, from when, with which ticket and why.</summary>
public sealed partial class ActivationFields
{
    /// <summary>What is activated and what was found wrong.</summary>
    [Parameter, EditorRequired]
    public ActivationPlan Plan { get; set; } = default!;

    /// <summary>What is filled in.</summary>
    [Parameter, EditorRequired]
    public ActivationForm Form { get; set; } = default!;

    /// <summary>Whether it was sent before; nobody is told of mistakes they had no time to make.</summary>
    [Parameter]
    public bool Tried { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private ReaderZone Zone { get; set; } = default!;

    private string Most => ((int)(Plan.Maximum / ActivationForm.Notch)).ToString(CultureInfo.InvariantCulture);

    private IReadOnlyList<string> StartErrors => Tried ? Form.StartErrors : [];

    private string EndHint
    {
        get
        {
            var now = Clock.GetUtcNow();
            var start = Form.StartIn(Zone.Zone) is { } wished && wished > now ? wished : now;
            var end = start + Form.Duration;
            if (EligibleUntil is { } limit && limit < end)
            {
                return $"Ends {ReaderTime.Brief(limit, now, Zone)}, when your eligibility ends.";
            }

            var at = ReaderTime.Brief(end, now, Zone);
            return (Plan.NeedsApproval, Form.StartsLater) switch
            {
                (false, _) => $"Ends {at}.",
                (true, false) => $"Counts from the approval; approved at once, it ends {at}.",
                (true, true) => $"Ends {at} if approved before it starts; a later approval gives the full time from then.",
            };
        }
    }

    private DateTimeOffset? EligibleUntil => Plan.Possible.Min(choice => choice.Preview.Eligibility?.Effective.End);

    private IReadOnlyList<string> Errors(RefusalCode field) => Tried ? Plan.MistakesIn(field) : [];
}
