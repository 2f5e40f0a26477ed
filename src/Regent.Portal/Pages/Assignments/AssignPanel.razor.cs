using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Requests;
using Regent.Operations.Roles;

namespace Regent.Portal.Pages.Assignments;

/// <summary>Makes somebody eligible for a role at a place, or gives it to them.</summary>
public sealed partial class AssignPanel
{
    private static readonly RefusalCode[] OfPlace =
        [RefusalCode.InvalidScope, RefusalCode.ScopeDoesNotMatchRoleDefinition, RefusalCode.RequestBadRequest];

    private AssignForm form = default!;
    private bool placed;

    /// <summary>Roles of which role system.</summary>
    [Parameter, EditorRequired]
    public RoleSystem System { get; set; }

    /// <summary>What is given, unless the administrator chooses otherwise.</summary>
    [Parameter, EditorRequired]
    public ScheduleKind Kind { get; set; }

    /// <summary>Where, unless the administrator chooses otherwise; null is nowhere yet.</summary>
    [Parameter]
    public Scope? At { get; set; }

    protected override object State => nameof(AssignPanel);

    protected override string FormId => "assign-form";

    protected override IReadOnlyCollection<RefusalCode> BesideFields { get; } =
    [
        RefusalCode.SubjectNotFound, RefusalCode.RoleAssignmentExists, RefusalCode.RoleDefinitionDoesNotExist, .. OfPlace, .. TermsFields.Codes,
    ];

    [Inject]
    private GetAssignmentSettings Demands { get; set; } = default!;

    [Inject]
    private GetPlace Places { get; set; } = default!;

    [Inject]
    private AssignRole Assignment { get; set; } = default!;

    private AssignmentSettings Settings => (Model is Outcome<RolePolicy>.Done(var policy) ? policy : Untouched).For(form.Kind);

    // Outside the directory the settings that nobody has changed are the same everywhere.
    private RolePolicy Untouched => RolePolicy.Default(default, System == RoleSystem.Directory ? Scope.Tenant : Scope.OfGroup(default));

    private string PlaceLabel => System switch
    {
        RoleSystem.Directory => "Scope",
        RoleSystem.Groups => "Group",
        RoleSystem.Resources => "Resource",
    };

    private string? PlaceHint => System == RoleSystem.Resources ? "The role holds there and in all that lies in it." : null;

    protected override void OnInitialized()
    {
        form = new AssignForm(System, Kind);
        form.Propose(Settings, Clock.GetUtcNow(), Zone.Zone);
    }

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        if (!placed && Reader is not null)
        {
            placed = true;
            await BeginAtAsync();
        }
    }

    protected override async Task<Outcome<RolePolicy>> LoadAsync(CancellationToken ct) => (form.Roles, form.Places) is ([var role], [var place])
        ? await Demands.ExecuteAsync(Caller, role.Id, place.Scope, ct)
        : Untouched;

    private async Task BeginAtAsync()
    {
        if (At is not null && await Places.ExecuteAsync(Caller, At, CancellationToken.None) is Outcome<PlaceView>.Done { Value: { MayManage: true } view })
        {
            await ChoosePlaceAsync([new NamedPlace(view.Scope, view.Name)]);
        }
    }

    private void ChooseKind(ScheduleKind kind)
    {
        form.Kind = kind;
        form.Terms.IsPermanent = kind == ScheduleKind.Eligibility;
        form.Propose(Settings, Clock.GetUtcNow(), Zone.Zone);
    }

    private Task ChooseRoleAsync(IReadOnlyList<RoleDefinition> chosen)
    {
        form.Roles = chosen;
        return ReadSettingsAsync();
    }

    private Task ChoosePlaceAsync(IReadOnlyList<NamedPlace> chosen)
    {
        form.Places = chosen;
        return ReadSettingsAsync();
    }

    private async Task ReadSettingsAsync()
    {
        await ReloadAsync();
        form.Propose(Settings, Clock.GetUtcNow(), Zone.Zone);
    }

    private Task SendAsync() => SendAsync(
        form.IsComplete, () => Assignment.ExecuteAsync(Caller, form.Ask(Zone.Zone), CancellationToken.None), Said);

    private string Said()
    {
        var (who, role) = (form.Members[0].DisplayName, form.Roles[0].DisplayName);
        var what = form.Places[0] is { Name: { } place } ? $"{role} at {place}" : role;
        var later = form.Terms.StartsLater ? "will be" : "is now";
        return form.Kind == ScheduleKind.Eligibility ? $"{who} {later} eligible for {what}." : $"{what} {later} assigned to {who}.";
    }
}
