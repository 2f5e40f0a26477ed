using Regent.Core.Principals;

namespace Regent.Core.Policies;

/// <summary>
/// One rule of a policy with its values (specification, section 2.3): as it stands, or as somebody wants it. What is null is to stay as
/// it is.
/// </summary>
public abstract record PolicyRule
{
    private PolicyRule(PolicyRuleName name) => Name = name;

    public PolicyRuleName Name { get; }

    /// <summary>Until when at the latest.</summary>
    /// <param name="Name">Which rule.</param>
    /// <param name="IsRequired">Whether there must be an end.</param>
    /// <param name="MaximumDuration">How far ahead the end may be.</param>
    public sealed record Expiration(PolicyRuleName Name, bool? IsRequired, TimeSpan? MaximumDuration) : PolicyRule(Name);

    /// <summary>What must be given.</summary>
    /// <param name="Name">Which rule.</param>
    /// <param name="Enabled">The demands.</param>
    public sealed record Enablement(PolicyRuleName Name, IReadOnlyList<EnabledRule>? Enabled) : PolicyRule(Name);

    /// <summary>Whether somebody must agree.</summary>
    /// <param name="Name">Which rule.</param>
    /// <param name="IsRequired">Whether it is so.</param>
    /// <param name="Approvers">The users and groups who decide.</param>
    public sealed record Approval(PolicyRuleName Name, bool? IsRequired, IReadOnlyList<PrincipalId>? Approvers) : PolicyRule(Name);

    /// <summary>Which authentication context the session must meet.</summary>
    /// <param name="Name">Which rule.</param>
    /// <param name="IsEnabled">Whether one is demanded.</param>
    /// <param name="ClaimValue">Which, <c>c1</c> to <c>c99</c>; null where none is demanded.</param>
    public sealed record AuthenticationContext(PolicyRuleName Name, bool? IsEnabled, string? ClaimValue) : PolicyRule(Name);

    /// <summary>Who is written to.</summary>
    /// <param name="Name">Which rule.</param>
    /// <param name="HasDefaultRecipients">Whether those get it whom it concerns by the rules.</param>
    /// <param name="AdditionalRecipients">Addresses that get it as well, or alone.</param>
    /// <param name="Level">Which mails are sent at all.</param>
    public sealed record Notification(
        PolicyRuleName Name, bool? HasDefaultRecipients, IReadOnlyList<string>? AdditionalRecipients, NotificationLevel? Level) : PolicyRule(Name);
}
