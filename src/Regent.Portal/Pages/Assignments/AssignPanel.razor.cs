using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Policies;
using Regent.Operations.Requests;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Assignments;

/// <summary>Makes somebody eligible for a role, or gives it to them. What is refused is said beside its field.</summary>
public sealed partial class AssignPanel
{
    private static readonly RefusalCode[] BesideFields =
    [
        RefusalCode.SubjectNotFound, RefusalCode.RoleAssignmentExists, RefusalCode.RoleDefinitionDoesNotExist, RefusalCode.ExpirationRule,
        RefusalCode.InvalidRoleAssignmentRequestSchedule, RefusalCode.JustificationRule, RefusalCode.MfaRule,
    ];

    private AssignForm form = default!;
    private IReadOnlyList<Refusal> refusals = [];
    private bool tried;
    private bool sending;

    /// <summary>What is given, unless the administrator chooses otherwise.</summary>
    [Parameter, EditorRequired]
    public ScheduleKind Kind { get; set; }

    /// <summary>Called when it was given or the reader thought better of it.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Called with a sentence when it was given.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    protected override object State => nameof(AssignPanel);

    [Inject]
    private ListRoleSettings RoleSettings { get; set; } = default!;

    [Inject]
    private AssignRole Assignment { get; set; } = default!;

    [Inject]
    private ReaderZone Zone { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private AssignmentSettings Settings =>
        Model is Outcome<IReadOnlyList<RoleSettings>>.Done { Value: [var settings] }
            ? settings.Policy.For(form.Kind)
            : RolePolicy.Default(default, Scope.Tenant).For(form.Kind);

    private IReadOnlyList<Refusal> Elsewhere => [.. refusals.Where(refusal => !BesideFields.Contains(refusal.Code))];

    protected override void OnInitialized()
    {
        form = new AssignForm(Kind);
        form.Propose(Clock.GetUtcNow(), Zone.Zone);
    }

    protected override async Task<Outcome<IReadOnlyList<RoleSettings>>> LoadAsync(CancellationToken ct) =>
        form.Roles is [var role]
            ? await RoleSettings.ExecuteAsync(Caller, role.Id, ct)
            : new Outcome<IReadOnlyList<RoleSettings>>.Done([]);

    private void Choose(ScheduleKind kind)
    {
        form.Kind = kind;
        form.IsPermanent = kind == ScheduleKind.Eligibility && Settings.AllowsPermanent;
        form.Propose(Clock.GetUtcNow(), Zone.Zone);
    }

    private async Task ChooseAsync(IReadOnlyList<RoleDefinition> chosen)
    {
        form.Roles = chosen;
        await ReloadAsync();
        form.IsPermanent = form.IsPermanent && Settings.AllowsPermanent;
    }

    private IReadOnlyList<string> Errors(IReadOnlyList<string> own, params RefusalCode[] codes) => tried
        ? [.. own, .. refusals.Where(refusal => codes.Contains(refusal.Code)).Select(refusal => refusal.Message)]
        : [];

    private async Task SendAsync()
    {
        if (sending)
        {
            return;
        }

        sending = true;
        tried = true;
        refusals = [];
        try
        {
            if (form.IsComplete)
            {
                await AssignAsync();
            }
            else
            {
                await Browser.InvokeVoidAsync("regent.focusSoon", "#assign-form [aria-invalid=true]");
            }
        }
        finally
        {
            sending = false;
        }
    }

    private async Task AssignAsync()
    {
        var outcome = await Assignment.ExecuteAsync(Caller, form.Ask(Zone.Zone), CancellationToken.None);
        refusals = outcome.Reasons();
        if (outcome is Outcome<ScheduleRequest>.Done)
        {
            var (who, role) = (form.Members[0].DisplayName, form.Roles[0].DisplayName);
            var later = form.StartsLater ? "will be" : "is now";
            await OnDone.InvokeAsync(form.Kind == ScheduleKind.Eligibility ? $"{who} {later} eligible for {role}." : $"{role} {later} assigned to {who}.");
            await OnClose.InvokeAsync();
        }
        else
        {
            await Browser.InvokeVoidAsync("regent.focusSoon", "#assign-form [aria-invalid=true]");
        }
    }
}
