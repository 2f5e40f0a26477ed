using System.Text.Json;
using System.Text.Json.Serialization;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;

namespace Regent.Storage.Rows;

internal sealed class RequestRow
{
    private static readonly JsonSerializerOptions Brief = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public Guid Id { get; init; }
    public RequestAction Action { get; init; }
    public ScheduleKind Kind { get; init; }
    public Guid PrincipalId { get; init; }
    public Guid RoleId { get; init; }
    public required string Scope { get; init; }

    /// <summary>The scope whose settings count.</summary>
    public required string PolicyScope { get; init; }
    public RoleSystem System { get; init; }
    public Guid CreatedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public RequestStatus Status { get; set; }
    public DateTimeOffset? Start { get; init; }
    public bool NeverExpires { get; init; }
    public DateTimeOffset? AskedEnd { get; init; }
    public TimeSpan? AskedDuration { get; init; }
    public TimeSpan? Duration { get; init; }
    public string? Justification { get; init; }
    public string? TicketNumber { get; init; }
    public string? TicketSystem { get; init; }

    /// <summary>What is read again as it was spelt, as JSON; null where there is nothing of the kind.</summary>
    public string? Wording { get; init; }
    public bool HadFreshMfa { get; init; }
    public required string HadContexts { get; init; }
    public int PolicyVersion { get; init; }
    public DateTimeOffset? ApprovalExpiresAt { get; set; }
    public Guid? DecidedBy { get; set; }
    public bool? DecidedYes { get; set; }
    public string? DecisionJustification { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public Guid? TargetId { get; init; }
    public bool ExtendsActivation { get; init; }
    public Guid? ScheduleId { get; set; }
    public bool RemovesPermanent { get; init; }
    public DateTimeOffset? CompletedAt { get; set; }
    public int Version { get; set; }

    public static RequestRow Of(ScheduleRequest request)
    {
        var row = new RequestRow
        {
            Id = request.Id.Value,
            Action = request.Action,
            Kind = request.Kind,
            PrincipalId = request.Principal.Value,
            RoleId = request.Role.Value,
            Scope = request.Scope.Value,
            PolicyScope = request.Scope.PolicyScope.Value,
            System = request.Scope.System,
            CreatedBy = request.CreatedBy.Value,
            CreatedAt = request.CreatedAt,
            Start = request.Start,
            NeverExpires = request.Expiration is Expiration.Never,
            AskedEnd = (request.Expiration as Expiration.AfterDateTime)?.End,
            AskedDuration = (request.Expiration as Expiration.AfterDuration)?.Duration,
            Duration = request.Duration,
            Justification = request.Justification,
            TicketNumber = request.Ticket?.Number,
            TicketSystem = request.Ticket?.System,
            Wording = request.Wording is { } wording ? JsonSerializer.Serialize(wording, Brief) : null,
            HadFreshMfa = request.Proof.HasFreshMfa,
            HadContexts = string.Join(' ', request.Proof.Contexts),
            PolicyVersion = request.PolicyVersion,
            TargetId = request.Target?.Value,
            ExtendsActivation = request.ExtendsActivation,
            RemovesPermanent = request.RemovesPermanent,
            Version = request.Version,
        };
        row.Take(request);
        return row;
    }

    /// <summary>Takes over the parts of a request that change.</summary>
    public void Take(ScheduleRequest request)
    {
        var decision = request.Approval?.Decision;
        Status = request.Status;
        ApprovalExpiresAt = request.Approval?.ExpiresAt;
        DecidedBy = decision?.By.Value;
        DecidedYes = decision?.Approved;
        DecisionJustification = decision?.Justification;
        DecidedAt = decision?.At;
        ScheduleId = request.Schedule?.Value;
        CompletedAt = request.CompletedAt;
    }

    public ScheduleRequest ToCore() => new(
        new RequestId(Id), Action, Kind, new PrincipalId(PrincipalId), new RoleDefinitionId(RoleId), ScopeText.Read(Scope),
        new PrincipalId(CreatedBy), CreatedAt, Status)
    {
        Start = Start,
        Expiration = ReadExpiration(),
        Duration = Duration,
        Justification = Justification,
        Ticket = TicketNumber is null && TicketSystem is null ? null : new Ticket(TicketNumber, TicketSystem),
        Wording = Wording is null ? null : JsonSerializer.Deserialize<RequestWording>(Wording, Brief),
        Proof = new SessionProof(HadFreshMfa, HadContexts.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        PolicyVersion = PolicyVersion,
        Approval = ApprovalExpiresAt is null && DecidedBy is null ? null : new Approval(ApprovalExpiresAt, ReadDecision()),
        Target = TargetId is { } target ? new ScheduleId(target) : null,
        ExtendsActivation = ExtendsActivation,
        Schedule = ScheduleId is { } schedule ? new ScheduleId(schedule) : null,
        RemovesPermanent = RemovesPermanent,
        CompletedAt = CompletedAt,
        Version = Version,
    };

    private Expiration? ReadExpiration() => (NeverExpires, AskedEnd, AskedDuration) switch
    {
        (true, _, _) => new Expiration.Never(),
        (_, { } end, _) => new Expiration.AfterDateTime(end),
        (_, _, { } duration) => new Expiration.AfterDuration(duration),
        _ => null,
    };

    private Decision? ReadDecision() => DecidedBy is { } by
        ? new Decision(new PrincipalId(by), DecidedYes == true, DecisionJustification ?? "", DecidedAt ?? CreatedAt)
        : null;
}
