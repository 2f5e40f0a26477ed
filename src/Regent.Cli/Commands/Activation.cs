using Regent.Cli.Graph;
using Regent.Cli.Text;

namespace Regent.Cli.Commands;

/// <summary>One role that was asked for: the request as it stands, or why there is none.</summary>
internal sealed record Activation(Role Role)
{
    public ScheduleRequest? Request { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public bool IsActive => Request is not null && RequestStatus.IsActive(Request.Status);

    /// <summary>It is in force, and some system has not shown it yet.</summary>
    public bool IsAwaited => Request is not null && RequestStatus.IsAwaited(Request.Status);

    public bool IsOpen => Request is not null && RequestStatus.IsOpen(Request.Status);

    /// <summary>For people.</summary>
    public string[] ToRow(IEnumerable<Instance> active, Moments moments) => Request switch
    {
        null => [Role.Title, "refused", string.Join(" ", Problems.Select(problem => problem.Message))],
        _ when IsActive => [Role.Title, RequestStatus.Word(Request.Status), moments.Until(EndIn(active))],
        { Status: "Granted", ScheduleInfo.StartDateTime: { } start } => [Role.Title, "planned", $"from {moments.At(start)}"],
        _ => [Role.Title, RequestStatus.Word(Request.Status), $"request {Request.Id}"],
    };

    /// <summary>For programs.</summary>
    public object ToAnswer(IEnumerable<Instance> active) => new
    {
        role = Role.Name,
        roleDefinitionId = Role.Id,
        directoryScopeId = Role.Scope,
        status = Request?.Status ?? "Refused",
        endDateTime = IsActive ? EndIn(active) : null,
        request = Request,
        problems = Problems.Count == 0 ? null : Problems,
    };

    private DateTimeOffset? EndIn(IEnumerable<Instance> active) => active
        .LastOrDefault(one => one.RoleDefinitionId == Role.Id && one.DirectoryScopeId == Role.Scope && one.AssignmentType == "Activated")
        ?.EndDateTime;
}
