using Regent.Operations.Policies;
using Regent.Operations.Principals;
using Regent.Operations.Requests;
using Regent.Operations.Roles;

namespace Regent.Operations.Takeover;

/// <summary>Everything that another system kept and Regent shall go on with. Every line has a number that no other one has.</summary>
public sealed record Holdings
{
    public IReadOnlyList<PersonRow> People { get; init; } = [];

    /// <summary>The groups and service principals.</summary>
    public IReadOnlyList<PrincipalLine> Principals { get; init; } = [];

    public IReadOnlyList<MembershipLine> Memberships { get; init; } = [];

    /// <summary>The administrative units.</summary>
    public IReadOnlyList<ScopeLine> Units { get; init; } = [];

    /// <summary>The custom roles.</summary>
    public IReadOnlyList<RoleLine> Roles { get; init; } = [];

    public IReadOnlyList<SettingsLine> Settings { get; init; } = [];

    /// <summary>The eligibilities and active assignments.</summary>
    public IReadOnlyList<AssignmentLine> Assignments { get; init; } = [];

    /// <summary>What was found out while reading: what cannot be read, and what is left out.</summary>
    public IReadOnlyList<ImportLine> Told { get; init; } = [];
}
