using Microsoft.AspNetCore.Components;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Operations.Principals;

namespace Regent.Portal.Parts;

/// <summary>Picks people and groups.</summary>
public sealed partial class PrincipalPicker
{
    private const int First = 20;

    /// <summary>The field it stands in.</summary>
    [Parameter, EditorRequired]
    public FieldContext Of { get; set; } = default!;

    /// <summary>Who has been picked.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Principal> Chosen { get; set; } = [];

    /// <summary>Called with all who are picked after each change.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<Principal>> ChosenChanged { get; set; }

    /// <summary>How many can be picked.</summary>
    [Parameter]
    public int Most { get; set; } = 1;

    /// <summary>Who may be picked.</summary>
    [Parameter]
    public Func<Principal, bool> Filter { get; set; } = _ => true;

    /// <summary>What can be typed.</summary>
    [Parameter]
    public string Placeholder { get; set; } = "Name of a person or group";

    [Inject]
    private FindPrincipals Principals { get; set; } = default!;

    // Two people may share a name; their sign-in names, or ids, tell them apart.
    private static string Name(Principal one) => $"{one.DisplayName} {one.UserPrincipalName?.Value ?? one.Id.ToString()}";

    private async Task<IReadOnlyList<Principal>> FindAsync(string words) =>
        [.. (await Principals.ExecuteAsync(words, kind: null, new PageAsk(First), CancellationToken.None)).Items.Where(Filter)];
}
