using Regent.Core.Targets;

namespace Regent.Targets.Scim;

/// <summary>What is known of one name: the id of what is called so, that nothing is, or why that could not be told.</summary>
internal sealed record ScimName(string? Id, TargetAnswer? Trouble)
{
    public static ScimName Unknown { get; } = new(Id: null, Trouble: null);

    public static ScimName Failed(TargetAnswer why) => new(Id: null, why);

    /// <summary>What several things found under one name say; a name that means two things means none.</summary>
    public static ScimName Of(string name, IEnumerable<string> ids) => ids.Distinct(StringComparer.Ordinal).Take(2).ToList() switch
    {
        [] => Unknown,
        [var id] => new(id, Trouble: null),
        _ => Failed(TargetAnswer.Refused($"More than one in the application is called {name}.")),
    };
}
