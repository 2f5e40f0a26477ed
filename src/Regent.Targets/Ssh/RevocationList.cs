namespace Regent.Targets.Ssh;

/// <summary>Writes the list of certificates that are not good any more (OpenSSH's PROTOCOL.krl).</summary>
internal static class RevocationList
{
    private const uint FormatVersion = 1;
    private const byte Certificates = 1;
    private const byte SerialList = 0x20;

    /// <summary>
    /// The list as a file. It names no authority, and so counts for every one: serial numbers are drawn at random and belong to one certificate
    /// only, and the list stays right when the authority's key is changed.
    /// </summary>
    public static byte[] Write(IReadOnlyList<long> serials, DateTimeOffset now, string comment)
    {
        var made = (ulong)now.ToUnixTimeSeconds();
        var list = new WireWriter().Raw("SSHKRL\n\0"u8).UInt32(FormatVersion).UInt64(made).UInt64(made).UInt64(0).String([]).String(comment);
        return (serials.Count == 0 ? list : list.Byte(Certificates).String(Section(serials))).ToArray();
    }

    private static byte[] Section(IReadOnlyList<long> serials)
    {
        var numbers = new WireWriter();
        foreach (var serial in serials)
        {
            numbers.UInt64((ulong)serial);
        }

        return new WireWriter().String([]).String([]).Byte(SerialList).String(numbers.ToArray()).ToArray();
    }
}
