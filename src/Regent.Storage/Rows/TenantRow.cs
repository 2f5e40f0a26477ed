using System.Security.Cryptography;

namespace Regent.Storage.Rows;

/// <summary>The one row that says which organisation the database is of.</summary>
internal sealed class TenantRow
{
    /// <summary>There is never more than one.</summary>
    public const int OnlyKey = 1;

    public int Key { get; init; } = OnlyKey;

    public Guid Id { get; init; }

    /// <summary>An id that nobody can guess and no clock has a part in (version 4 of RFC 9562).</summary>
    public static Guid NewId()
    {
        var bytes = RandomNumberGenerator.GetBytes(16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
