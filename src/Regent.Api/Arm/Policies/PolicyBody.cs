using Regent.Api.Rules;

namespace Regent.Api.Arm.Policies;

/// <summary>A change of a policy as it is sent.</summary>
internal sealed record PolicyBody(PolicyBody.PropertiesBody? Properties)
{
    internal sealed record PropertiesBody(IReadOnlyList<RuleBody?>? Rules);
}
