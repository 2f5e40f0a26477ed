using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Provisioning;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Targets;

/// <summary>Says what a role gives in a target, and how it ends there.</summary>
public sealed partial class MappingPanel
{
    private static readonly (RoleSystem, string)[] Systems =
        [(RoleSystem.Directory, "the directory"), (RoleSystem.Groups, "a group"), (RoleSystem.Resources, "resources")];

    private static readonly string[] Fields = ["entitlements", "warnBefore", "closeBefore"];

    private MappingForm form = default!;

    /// <summary>In which target.</summary>
    [Parameter, EditorRequired]
    public TargetSummary Of { get; set; } = default!;

    /// <summary>The one that is changed; null to add one.</summary>
    [Parameter]
    public ListedMapping? Changing { get; set; }

    protected override string Id => "mapping-panel";

    protected override bool IsComplete => form.IsComplete;

    [Inject]
    private SaveMapping Saving { get; set; } = default!;

    private string Follows => Of.Target.State switch
    {
        TargetState.New => "Look at the plan to see what that would give.",
        TargetState.Live => "Who holds it already has it there in a moment.",
        TargetState.Paused => "Who holds it gets it once the target is started again.",
    };

    private IReadOnlyList<Refusal> Elsewhere => [.. Refusals.Where(refusal => !Fields.Contains(refusal.Target))];

    protected override void OnInitialized() => form = Changing is null ? new MappingForm() : new MappingForm(Changing);

    private static string Text(ChangeEventArgs change) => change.Value?.ToString() ?? "";

    private bool Can(LandingStep step, [NotNullWhen(true)] out string? words) => Of.Driver.Landing.TryGetValue(step, out words);

    private IReadOnlyList<string> Errors(IReadOnlyList<string> missing, string field) => Errors(missing, refusal => refusal.Target == field);

    private Task SendAsync() => DoAsync(
        caller => Saving.ExecuteAsync(caller, Of.Target.Id, Changing?.Mapping.Id, form.Ask, CancellationToken.None),
        saved => $"{form.Roles[0].DisplayName} gives {Words.List(saved.Entitlements)}. {Follows}");
}
