using Regent.Core.Principals;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Storage.Rows;

internal sealed class OriginRow
{
    public Guid TargetId { get; init; }
    public required string Key { get; init; }
    public Guid PrincipalId { get; init; }

    public static OriginRow Of(Origin origin) => new() { TargetId = origin.Source.Value, Key = origin.Key, PrincipalId = origin.Principal.Value };

    public Origin ToPort() => new(new TargetId(TargetId), Key, new PrincipalId(PrincipalId));
}
