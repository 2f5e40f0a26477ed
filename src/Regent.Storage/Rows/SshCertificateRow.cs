using System.Text.Json;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Storage.Rows;

internal sealed class SshCertificateRow
{
    public Guid TargetId { get; init; }
    public long Serial { get; init; }
    public required string Account { get; init; }
    public required string KeyId { get; init; }

    /// <summary>A list, as JSON.</summary>
    public required string Principals { get; init; }

    public required string Fingerprint { get; init; }
    public DateTimeOffset ValidFrom { get; init; }
    public DateTimeOffset ValidTo { get; init; }
    public DateTimeOffset IssuedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }

    public static SshCertificateRow Of(SshCertificate certificate) => new()
    {
        TargetId = certificate.Target.Value,
        Serial = certificate.Serial,
        Account = certificate.Account,
        KeyId = certificate.KeyId,
        Principals = JsonSerializer.Serialize(certificate.Principals),
        Fingerprint = certificate.Fingerprint,
        ValidFrom = certificate.ValidFrom,
        ValidTo = certificate.ValidTo,
        IssuedAt = certificate.IssuedAt,
        RevokedAt = certificate.RevokedAt,
    };

    public IReadOnlyList<string> PrincipalList() => JsonSerializer.Deserialize<List<string>>(Principals)!;

    public SshCertificate ToPort() => new(
        new TargetId(TargetId), Serial, Account, KeyId, PrincipalList(), Fingerprint, ValidFrom, ValidTo, IssuedAt)
    {
        RevokedAt = RevokedAt,
    };
}
