using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Principals;

namespace Regent.Portal.Pages.Groups;

/// <summary>One group: who is member and owner now, and where to change it.</summary>
public sealed partial class GroupPage
{
    /// <summary>Which group.</summary>
    [Parameter]
    public Guid Id { get; set; }

    protected override object State => Id;

    [Inject]
    private ListGroups Groups { get; set; } = default!;

    private ListedGroup? Shown => Model is Outcome<Page<ListedGroup>>.Done { Value.Items: [var group] } ? group : null;

    private Scope At => Scope.OfGroup(new PrincipalId(Id));

    protected override Task<Outcome<Page<ListedGroup>>> LoadAsync(CancellationToken ct) =>
        Groups.ExecuteAsync(Caller, new PrincipalId(Id), search: null, new PageAsk(size: 1), ct);
}
