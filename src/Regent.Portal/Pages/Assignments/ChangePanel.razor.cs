using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Operations.Assignments;
using Regent.Operations.Requests;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Assignments;

/// <summary>Changes, extends or renews what was given.</summary>
public sealed partial class ChangePanel
{
    private ChangeForm? form;

    /// <summary>What is changed.</summary>
    [Parameter, EditorRequired]
    public ScheduleId Schedule { get; set; }

    protected override object State => Schedule;

    protected override string FormId => "change-form";

    protected override IReadOnlyCollection<RefusalCode> BesideFields => TermsFields.Codes;

    [Inject]
    private GetAssignment Assignment { get; set; } = default!;

    [Inject]
    private GetAssignmentSettings Demands { get; set; } = default!;

    [Inject]
    private ChangeAssignment Change { get; set; } = default!;

    private ChangeContent? Content => (Model as Outcome<ChangeContent>.Done)?.Value;

    private AssignmentSettings Settings => Content!.Policy.For(Content.Listing.Schedule.Kind);

    private DateTimeOffset? Began => form is { IsRenewal: false, IsPlanned: false } ? Content!.Listing.Schedule.Period.Start : null;

    private string Title => form is { IsRenewal: true } ? "Renew assignment" : "Update assignment";

    private string Verb => form!.ActionIn(Zone.Zone) switch
    {
        RequestAction.AdminRenew => "Renew",
        RequestAction.AdminExtend => "Extend",
        RequestAction.AdminUpdate => "Update",
        _ => throw new UnreachableException(),
    };

    protected override async Task<Outcome<ChangeContent>> LoadAsync(CancellationToken ct)
    {
        var schedule = await Assignment.ExecuteAsync(Caller, Schedule, ct);
        if (schedule is not Outcome<ListedAssignment>.Done { Value.Listing: var listing })
        {
            return new Outcome<ChangeContent>.Refused(schedule.Reasons());
        }

        var policy = await Demands.ExecuteAsync(Caller, listing.Role.Id, listing.Schedule.Scope, ct);
        return policy is Outcome<RolePolicy>.Done(var demands)
            ? new ChangeContent(listing, demands)
            : new Outcome<ChangeContent>.Refused(policy.Reasons());
    }

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        if (form is null && Content is not null)
        {
            form = new ChangeForm(Content.Listing.Schedule, Settings, Clock.GetUtcNow(), Zone.Zone);
        }
    }

    private Task SendAsync() => SendAsync(
        form!.Terms.IsComplete,
        () => Change.ExecuteAsync(Caller, form.ActionIn(Zone.Zone), form.Ask(Clock.GetUtcNow(), Zone.Zone), CancellationToken.None), Said);

    private string Said() => $"{Content!.Listing.Role.DisplayName} of {Content.Listing.Principal.DisplayName} was {Done}.";

    private string Done => form!.ActionIn(Zone.Zone) switch
    {
        RequestAction.AdminRenew => "renewed",
        RequestAction.AdminExtend => "extended",
        RequestAction.AdminUpdate => "updated",
        _ => throw new UnreachableException(),
    };
}
