using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Operations.Policies;

namespace Regent.Portal.Pages.Settings;

/// <summary>What an administrator makes of the activation rules before saving them.</summary>
/// <param name="basedOn">The settings as they were when the change began.</param>
public sealed class ActivationDraft(RoleSettings basedOn)
{
    private RoleSettings before = basedOn;
    private string? context = basedOn.Policy.Activation.AuthenticationContext ?? (basedOn.Contexts is [var first, ..] ? first.Id : null);

    /// <summary>Everything but the approvers, as it is filled in.</summary>
    public ActivationSettings Demands { get; set; } = basedOn.Policy.Activation;

    public IReadOnlyList<Principal> Approvers { get; set; } = basedOn.Approvers;

    /// <summary>The settings as they would be saved.</summary>
    public ActivationSettings Settings => Demands with { Approvers = [.. Approvers.Select(approver => approver.Id)] };

    /// <summary>The maximum in half hours.</summary>
    public int Notches
    {
        get => (int)(Demands.MaximumDuration / ActivationSettings.SmallestMaximum);
        set => Demands = Demands with { MaximumDuration = ActivationSettings.SmallestMaximum * value };
    }

    /// <summary>How well who activates must prove who they are.</summary>
    public ProofChoice Proof
    {
        get => Demands switch
        {
            { AuthenticationContext: not null } => ProofChoice.Context,
            { RequiresMfa: true } => ProofChoice.SecondFactor,
            _ => ProofChoice.None,
        };
        set => Demand(value);
    }

    /// <summary>Which authentication context, where one is demanded.</summary>
    public string? Context
    {
        get => context;
        set
        {
            context = value;
            Demand(Proof);
        }
    }

    /// <summary>The contexts that can be chosen: those the operator configured, and the one that is demanded already.</summary>
    public IReadOnlyList<NamedContext> Contexts =>
        context is null || before.Contexts.Any(one => one.Id == context) ? before.Contexts : [.. before.Contexts, new NamedContext(context, "")];

    /// <summary>Rests the change on newer settings.</summary>
    public void MoveOnto(RoleSettings newer)
    {
        var (was, now) = (before.Policy.Activation, newer.Policy.Activation);
        var (mfa, demanded) = Touched.Or(ProofOf(was), ProofOf(Demands), ProofOf(now));
        Demands = new ActivationSettings
        {
            MaximumDuration = Touched.Or(was.MaximumDuration, Demands.MaximumDuration, now.MaximumDuration),
            RequiresJustification = Touched.Or(was.RequiresJustification, Demands.RequiresJustification, now.RequiresJustification),
            RequiresTicket = Touched.Or(was.RequiresTicket, Demands.RequiresTicket, now.RequiresTicket),
            RequiresMfa = mfa,
            AuthenticationContext = demanded,
            RequiresApproval = Touched.Or(was.RequiresApproval, Demands.RequiresApproval, now.RequiresApproval),
        };
        context = demanded ?? context;
        Approvers = Ids(before.Approvers).SetEquals(Ids(Approvers)) ? newer.Approvers : Approvers;
        before = newer;
    }

    private void Demand(ProofChoice proof) => Demands = Demands with
    {
        RequiresMfa = proof == ProofChoice.SecondFactor,
        AuthenticationContext = proof == ProofChoice.Context ? context : null,
    };

    private static (bool, string?) ProofOf(ActivationSettings settings) => (settings.RequiresMfa, settings.AuthenticationContext);

    private static HashSet<PrincipalId> Ids(IEnumerable<Principal> people) => [.. people.Select(one => one.Id)];
}
