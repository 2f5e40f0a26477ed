using System.Globalization;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Provisioning;
using Regent.Operations.Roles;

namespace Regent.Portal.Pages.Targets;

/// <summary>What is filled in to say what a role gives in a target.</summary>
public sealed class MappingForm
{
    private static readonly int LongestMinutes = (int)Landing.LongestBefore.TotalMinutes;

    /// <summary>Begins anew.</summary>
    public MappingForm() => Choose(RoleSystem.Directory);

    /// <summary>Begins with a mapping as it is.</summary>
    public MappingForm(ListedMapping listed)
    {
        var (mapping, landing) = (listed.Mapping, listed.Mapping.Landing);
        System = mapping.Scope.System;
        (Roles, Places) = ([listed.Role], [new NamedPlace(mapping.Scope, listed.ScopeName)]);
        Entitlements = string.Join('\n', mapping.Entitlements);
        (WarnMinutes, CloseMinutes, EndsSessions) = (Minutes(landing.WarnBefore), Minutes(landing.CloseBefore), landing.EndSessions);
    }

    /// <summary>Roles and places of which role system.</summary>
    public RoleSystem System { get; private set; }

    /// <summary>Which role; at most one.</summary>
    public IReadOnlyList<RoleDefinition> Roles { get; set; } = [];

    /// <summary>Where it is held; at most one.</summary>
    public IReadOnlyList<NamedPlace> Places { get; set; } = [];

    /// <summary>What it gives, one in each line.</summary>
    public string Entitlements { get; set; } = "";

    /// <summary>So long before the end people are warned; blank is not at all.</summary>
    public string WarnMinutes { get; set; } = "";

    /// <summary>So long before the end no new session begins; blank is at the end itself.</summary>
    public string CloseMinutes { get; set; } = "";

    public bool EndsSessions { get; set; }

    public IReadOnlyList<string> RoleErrors => Roles.Count == 0 ? ["Choose a role."] : [];

    public IReadOnlyList<string> PlaceErrors => Places.Count == 0 ? ["Choose where the role is held."] : [];

    public IReadOnlyList<string> EntitlementErrors => Things.Count == 0 ? ["Name at least one, each on a line of its own."] : [];

    public IReadOnlyList<string> WarnErrors => Errors(WarnMinutes);

    public IReadOnlyList<string> CloseErrors => Errors(CloseMinutes);

    public bool IsComplete => RoleErrors.Count + PlaceErrors.Count + EntitlementErrors.Count + WarnErrors.Count + CloseErrors.Count == 0;

    /// <summary>The mapping as it is filled in, once it is complete.</summary>
    public MappingAsk Ask => new(Roles[0].Id, Places[0].Scope, Things, new Landing(Read(WarnMinutes), Read(CloseMinutes), EndsSessions));

    private List<string> Things => [.. Entitlements.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Takes roles of another role system.</summary>
    public void Choose(RoleSystem system)
    {
        System = system;
        Roles = system == RoleSystem.Groups ? [GroupRoles.BuiltIn[0]] : [];
        Places = system == RoleSystem.Directory ? [new NamedPlace(Scope.Tenant, Name: null)] : [];
    }

    private static string Minutes(TimeSpan? length) => length?.TotalMinutes.ToString("0", CultureInfo.InvariantCulture) ?? "";

    private static TimeSpan? Read(string text) => Number(text) is { } minutes ? TimeSpan.FromMinutes(minutes) : null;

    private static int? Number(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= LongestMinutes ? number : null;

    private static IReadOnlyList<string> Errors(string text) => string.IsNullOrWhiteSpace(text) || Number(text) is not null
        ? []
        : [$"Fill in a whole number of minutes from 1 to {LongestMinutes}, or leave it blank."];
}
