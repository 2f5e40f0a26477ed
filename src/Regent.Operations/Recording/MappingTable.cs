using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Core.Targets;

namespace Regent.Operations.Recording;

/// <summary>Mappings with where their scopes lie.</summary>
public sealed record MappingTable(IReadOnlyList<Mapping> Mappings, IReadOnlyDictionary<Scope, Place> Places)
{
    /// <summary>The mappings that an assignment gives something by.</summary>
    public IEnumerable<Mapping> GivenBy(Schedule schedule) => Mappings.Where(mapping => mapping.IsGivenBy(schedule, Places[mapping.Scope]));

    /// <summary>How access to an entitlement ends that an assignment gives; null when it does not give it.</summary>
    public Landing? LandingOf(Schedule schedule, string entitlement) =>
        GivenBy(schedule).Where(mapping => mapping.Entitlements.Contains(entitlement))
            .Aggregate((Landing?)null, (all, mapping) => all?.And(mapping.Landing) ?? mapping.Landing);
}
