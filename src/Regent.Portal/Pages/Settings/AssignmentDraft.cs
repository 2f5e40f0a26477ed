using Regent.Core.Policies;

namespace Regent.Portal.Pages.Settings;

/// <summary>What an administrator makes of the rules of assigning, as eligible or as active, before saving them.</summary>
/// <param name="basedOn">The rules as they were when the change began.</param>
public sealed class AssignmentDraft(AssignmentSettings basedOn)
{
    private AssignmentSettings before = basedOn;

    /// <summary>Everything but the length, as it is filled in.</summary>
    public AssignmentSettings Demands { get; set; } = basedOn;

    /// <summary>After what time an assignment ends; counts where permanent ones are not allowed.</summary>
    public LengthDraft Length { get; private set; } = new(basedOn.MaximumDuration);

    /// <summary>The rules as they would be saved.</summary>
    public AssignmentSettings Settings => Demands with
    {
        MaximumDuration = Demands.AllowsPermanent ? before.MaximumDuration : Length.Length ?? TimeSpan.Zero,
    };

    /// <summary>What is wrong with the length.</summary>
    public IReadOnlyList<string> Errors => Demands.AllowsPermanent || Length.Length is not null
        ? [.. Settings.Check().Select(problem => problem.Message)]
        : ["Give a whole number of days, months or years."];

    /// <summary>Rests the change on newer rules.</summary>
    public void MoveOnto(AssignmentSettings newer)
    {
        Length = Length.Length == before.MaximumDuration ? new LengthDraft(newer.MaximumDuration) : Length;
        Demands = new AssignmentSettings
        {
            AllowsPermanent = Touched.Or(before.AllowsPermanent, Demands.AllowsPermanent, newer.AllowsPermanent),
            RequiresJustification = Touched.Or(before.RequiresJustification, Demands.RequiresJustification, newer.RequiresJustification),
            RequiresTicket = Touched.Or(before.RequiresTicket, Demands.RequiresTicket, newer.RequiresTicket),
            RequiresMfa = Touched.Or(before.RequiresMfa, Demands.RequiresMfa, newer.RequiresMfa),
        };
        before = newer;
    }
}
