using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Roles;

namespace Regent.Portal.Parts;

/// <summary>The words for values of the core, the same on every page.</summary>
public static class Words
{
    /// <summary>Where a role holds.</summary>
    public static string Of(Scope scope) => scope == Scope.Tenant ? "Tenant" : scope.Value;

    /// <summary>What a scope is.</summary>
    public static string Of(ScopeKind kind) => kind switch
    {
        ScopeKind.Tenant => "Tenant",
        ScopeKind.AdministrativeUnit => "Administrative unit",
        ScopeKind.Group => "Group",
        ScopeKind.ManagementGroup => "Management group",
        ScopeKind.Subscription => "Subscription",
        ScopeKind.ResourceGroup => "Resource group",
        ScopeKind.Resource => "Resource",
    };

    /// <summary>A place that can be chosen, by name.</summary>
    public static string Place(NamedPlace place) => place.Name ?? Of(place.Scope);

    /// <summary>Where a schedule holds, by name.</summary>
    public static string Place(ScheduleListing listing) => listing.ScopeName ?? Of(listing.Schedule.Scope);

    /// <summary>Where a request is about, by name.</summary>
    public static string Place(RequestListing listing) => listing.ScopeName ?? Of(listing.Request.Scope);

    /// <summary>What stands below somebody's name: the sign-in name, or what else they are.</summary>
    public static string? DetailOf(Principal member) => member.Kind switch
    {
        PrincipalKind.User => member.UserPrincipalName?.Value,
        PrincipalKind.Group => "Group",
        PrincipalKind.ServicePrincipal => "Service principal",
    };

    /// <summary>How somebody comes by a role: directly, or through a group.</summary>
    public static string Membership(Principal? via) => via is null ? "Direct" : via.DisplayName;

    /// <summary>How an assignment came about.</summary>
    public static string Of(AssignmentType type) => type switch
    {
        AssignmentType.Activated => "Activated",
        AssignmentType.Assigned => "Assigned",
    };

    /// <summary>What a request asks for.</summary>
    public static string Of(RequestAction action, ScheduleKind kind) => (action, kind) switch
    {
        (RequestAction.SelfActivate, _) => "Activate",
        (RequestAction.SelfDeactivate, _) => "End activation",
        (RequestAction.AdminAssign, ScheduleKind.Eligibility) => "Make eligible",
        (RequestAction.AdminAssign, _) => "Assign",
        (RequestAction.AdminRemove, ScheduleKind.Eligibility) => "Remove eligibility",
        (RequestAction.AdminRemove, _) => "Remove assignment",
        (RequestAction.AdminUpdate, ScheduleKind.Eligibility) => "Change eligibility",
        (RequestAction.AdminUpdate, _) => "Change assignment",
        (RequestAction.AdminExtend or RequestAction.SelfExtend, ScheduleKind.Eligibility) => "Extend eligibility",
        (RequestAction.AdminExtend, _) => "Extend assignment",
        (RequestAction.SelfExtend, _) => "Extend",
        (RequestAction.AdminRenew or RequestAction.SelfRenew, ScheduleKind.Eligibility) => "Renew eligibility",
        (RequestAction.AdminRenew or RequestAction.SelfRenew, _) => "Renew assignment",
    };

    /// <summary>Where a request stands, as a colour and a word.</summary>
    /// <param name="request">The request.</param>
    /// <param name="made">What it made; null when it made nothing (yet).</param>
    /// <param name="now">The moment.</param>
    public static (Meaning Meaning, string Word) Status(ScheduleRequest request, Schedule? made, DateTimeOffset now) => request.Status switch
    {
        RequestStatus.PendingApproval => (Meaning.Pending, "Pending approval"),
        RequestStatus.PendingAdminDecision => (Meaning.Pending, "Waits for an administrator"),
        RequestStatus.Granted => (Meaning.Info, "Scheduled"),
        RequestStatus.Provisioned when request.Action is RequestAction.AdminAssign or RequestAction.SelfActivate && made is not null =>
            Standing(made, now),
        RequestStatus.Provisioned or RequestStatus.Revoked => (Meaning.Over, "Done"),
        RequestStatus.Denied => (Meaning.Denied, "Denied"),
        RequestStatus.Canceled => (Meaning.Over, "Cancelled"),
        RequestStatus.Failed => (Meaning.Denied, "Failed"),
        RequestStatus.TimedOut => (Meaning.Over, "Nobody answered"),
    };

    /// <summary>Where a schedule stands, as a colour and a word.</summary>
    public static (Meaning Meaning, string Word) Standing(Schedule schedule, DateTimeOffset now) => schedule switch
    {
        _ when schedule.Effective.IsOverAt(now) => (Meaning.Over, schedule.EndedAt is null ? "Expired" : "Ended"),
        _ when !schedule.IsInForceAt(now) => (Meaning.Info, "Scheduled"),
        { Kind: ScheduleKind.Eligibility } => (Meaning.Info, "Eligible"),
        _ when EndsSoon(schedule, now) => (Meaning.EndingSoon, "Ending soon"),
        _ => (Meaning.InEffect, "Active"),
    };

    /// <summary>Whether something in force is in its last tenth, or its last quarter of an hour.</summary>
    public static bool EndsSoon(Schedule schedule, DateTimeOffset now)
    {
        if (schedule.Effective is not { End: { } end } period)
        {
            return false;
        }

        var tenth = TimeSpan.FromTicks((end - period.Start).Ticks / 10);

        return end - now <= (tenth < TimeSpan.FromMinutes(15) ? TimeSpan.FromMinutes(15) : tenth);
    }

    /// <summary>A ticket as one line; empty when there is none.</summary>
    public static string Of(Ticket? ticket) =>
        string.Join(" · ", new[] { ticket?.Number, ticket?.System }.Where(part => !string.IsNullOrWhiteSpace(part)));

    /// <summary>Names with commas and an "and".</summary>
    public static string List(IReadOnlyList<string> names) => names switch
    {
        [] => "nobody",
        [var only] => only,
        _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
    };

    /// <summary>The reasons of a refusal; empty when it was done.</summary>
    public static IReadOnlyList<Refusal> Reasons<T>(this Outcome<T> outcome) => outcome is Outcome<T>.Refused refused ? refused.Reasons : [];
}
