using System.Buffers.Text;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Roles;

/// <summary>The id of an instance: who holds what where, in one word (specification of the API, section 1.3).</summary>
internal sealed record InstanceId(ScheduleKind Kind, RoleDefinitionId Role, PrincipalId Principal, Scope Scope)
{
    private const int GuidLength = 16;
    private const string ForTenant = "-1";
    private const string ForObject = "-2";
    private const string ForEligibility = "-e";
    private const string UnitPrefix = "/administrativeUnits/";

    public static InstanceId Of(Schedule schedule) => new(schedule.Kind, schedule.Role, schedule.Principal, schedule.Scope);

    /// <summary>Reads an id; null when it is none of an instance of this kind.</summary>
    public static InstanceId? Read(string text, ScheduleKind kind)
    {
        var body = kind == ScheduleKind.Eligibility && text.EndsWith(ForEligibility, StringComparison.Ordinal)
            ? text[..^ForEligibility.Length]
            : text;
        if (body.Length <= ForTenant.Length || !Base64Url.IsValid(body.AsSpan()[..^ForTenant.Length]))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(body.AsSpan()[..^ForTenant.Length]);
        var id = body[^ForTenant.Length..] switch
        {
            ForTenant when bytes.Length == 2 * GuidLength => Read(kind, bytes, Scope.Tenant),
            ForObject when bytes.Length == 3 * GuidLength
                && Scope.TryParse($"{UnitPrefix}{GuidAt(bytes, 2):D}", out var unit) => Read(kind, bytes, unit),
            _ => null,
        };

        // Only the one spelling that is given out names the instance.
        return id?.ToString() == text ? id : null;
    }

    /// <summary>Exactly what it names.</summary>
    public ScheduleQuery Query(ScheduleView view) => new(Kind, view, Now: default)
    {
        Principals = [Principal],
        Role = Role,
        Scope = Scope,
    };

    public override string ToString()
    {
        var unit = Scope == Scope.Tenant ? [] : new Guid(Scope.Value[UnitPrefix.Length..]).ToByteArray();
        byte[] bytes = [.. Role.Value.ToByteArray(), .. Principal.Value.ToByteArray(), .. unit];
        return Base64Url.EncodeToString(bytes) + (unit.Length == 0 ? ForTenant : ForObject)
            + (Kind == ScheduleKind.Eligibility ? ForEligibility : "");
    }

    private static InstanceId Read(ScheduleKind kind, byte[] bytes, Scope scope) =>
        new(kind, new RoleDefinitionId(GuidAt(bytes, 0)), new PrincipalId(GuidAt(bytes, 1)), scope);

    private static Guid GuidAt(byte[] bytes, int index) => new(bytes.AsSpan(index * GuidLength, GuidLength));
}
