using System.Security.Cryptography;
using System.Text;
using Regent.Api.Graph.GroupAccess;
using Regent.Core.Assignments;

namespace Regent.Api.Graph.Takeover;

/// <summary>The id that a schedule of the tenant has here.</summary>
internal static class KeptId
{
    private const int Bytes = 16;

    /// <summary>
    /// The same id wherever it is a GUID, or holds one. Assignments that were made beside PIM have another form of id there; those get one
    /// that is made of the old one, and so is the same each time.
    /// </summary>
    public static (ScheduleId Id, bool IsKept) Of(string id) => Guid.TryParseExact(id, "D", out var same)
        ? (new ScheduleId(same), true)
        : GroupScheduleId.Read(id) is { } inGroup
            ? (inGroup.Schedule, true)
            : (new ScheduleId(Made(id)), false);

    // In the form of version 8, which is for ids that are made of something.
    private static Guid Made(string id)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(id))[..Bytes];
        bytes[6] = (byte)(0x80 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
