using Microsoft.AspNetCore.Http;
using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Schedules;

/// <summary>Eligibilities or assignments of one role system as Graph names and shapes them: schedules, instances and requests.</summary>
internal abstract class ScheduleFamily(RoleSystem system, ScheduleKind kind)
{
    public RoleSystem System { get; } = system;

    public ScheduleKind Kind { get; } = kind;

    /// <summary>What is planned or in force.</summary>
    public abstract ScheduleSet Schedules { get; }

    /// <summary>What is in force.</summary>
    public abstract ScheduleSet Instances { get; }

    /// <summary>What the list of requests is called in the schema, and where it is.</summary>
    public abstract string RequestSet { get; }

    public abstract Type RequestContract { get; }

    /// <summary>The related items of a request that have an address of their own.</summary>
    public abstract IReadOnlyList<Navigation> RequestNavigations { get; }

    public abstract FamilyPermissions Permissions { get; }

    /// <summary>Reads what a body says is held: the role, and where.</summary>
    public abstract Reading<(RoleDefinitionId Role, Scope Scope)> Held(ScheduleRequestBody body);

    /// <summary>Reads the id of a schedule or of the request that made it, which is the same; null when it is none.</summary>
    public abstract Guid? ReadId(string text);

    /// <summary>Narrows a question about schedules by a member that only this family has.</summary>
    public abstract Reading<ScheduleAsk> Narrow(ScheduleAsk ask, FilterTerm term);

    /// <summary>Narrows a question about requests by a member that only this family has.</summary>
    public abstract Reading<RequestQuery> Narrow(RequestQuery query, FilterTerm term);

    /// <summary>What to answer to a question about everybody that is too wide; null when it may be answered.</summary>
    public virtual IResult? TooWide(ODataQuery asked) => null;

    /// <summary>A request that was just made.</summary>
    public abstract ScheduleRequestContract Write(ScheduleRequest request);

    /// <summary>A request with what it refers to.</summary>
    public abstract ScheduleRequestContract Write(RequestListing listing, Related related);
}
