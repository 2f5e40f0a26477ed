using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages;

/// <summary>Where the reader can be handed what they sign in with, for what they hold now; nothing where there is no such target.</summary>
public sealed partial class CredentialDesks
{
    protected override object State => (nameof(CredentialDesks), Address.Query("sign-in"));

    [Inject]
    private ListCredentialTargets Targets { get; set; } = default!;

    [Inject]
    private ListLedger Ledger { get; set; } = default!;

    protected override async Task<IReadOnlyList<CredentialDesk>> LoadAsync(CancellationToken ct)
    {
        var desks = new List<CredentialDesk>();
        foreach (var target in (await Targets.ExecuteAsync(Caller, ct)).Where(target => target.State == TargetState.Live))
        {
            var query = new LedgerQuery { Target = target.Id, Principal = Caller.Id, State = LedgerState.InEffect };
            if (await Ledger.ExecuteAsync(Caller, query, new PageAsk(), ct) is Outcome<Page<ListedEntry>>.Done { Value.Items: [var first, ..] held })
            {
                desks.Add(new CredentialDesk(
                    target.Id, target.Name, target.Kind, first.Entry.Holding.Account,
                    [.. held.Select(one => one.Entry.Holding.Entitlement).Order(StringComparer.OrdinalIgnoreCase)]));
            }
        }

        return desks;
    }

    private void Close() => Address.NavigateTo(Address.With("sign-in", null));
}
