using Regent.Core.Principals;

namespace Regent.Core.Policies;

/// <summary>Who gets one kind of mail: one of the rules 9 to 17 of a policy (specification, sections 2.3 and 5.2).</summary>
public sealed record NotificationRule
{
    /// <summary>Whether those get it whom it concerns by the rules: the administrators, the person, the approvers.</summary>
    public bool HasDefaultRecipients { get; init; } = true;

    /// <summary>Addresses that get it as well, or alone.</summary>
    public IReadOnlyList<string> AdditionalRecipients { get; init; } = [];

    public NotificationLevel Level { get; init; }

    /// <summary>The most additional recipients, 50.</summary>
    public const int MostRecipients = 50;

    /// <summary>What is wrong with this rule; empty when it can be saved.</summary>
    public IReadOnlyList<Refusal> Check() =>
    [
        .. AdditionalRecipients.Count > MostRecipients
            ? [new Refusal(RefusalCode.InvalidPolicy, $"A notification has at most {MostRecipients} additional recipients. Use a mailing list.")]
            : Array.Empty<Refusal>(),
        .. AdditionalRecipients.Where(address => !MailAddress.IsOne(address))
            .Select(wrong => new Refusal(RefusalCode.InvalidPolicy, $"\"{wrong}\" is not a mail address.")),
    ];

    public bool Equals(NotificationRule? other) =>
        other is not null && HasDefaultRecipients == other.HasDefaultRecipients && Level == other.Level
        && AdditionalRecipients.SequenceEqual(other.AdditionalRecipients, StringComparer.OrdinalIgnoreCase);

    public override int GetHashCode() => HashCode.Combine(HasDefaultRecipients, Level, AdditionalRecipients.Count);
}
