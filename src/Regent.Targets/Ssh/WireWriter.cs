using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Regent.Targets.Ssh;

/// <summary>Writes values the way SSH does on the wire (RFC 4251, section 5).</summary>
internal sealed class WireWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new();

    public byte[] ToArray() => buffer.WrittenSpan.ToArray();

    public WireWriter Byte(byte value) => Raw([value]);

    public WireWriter UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(buffer.GetSpan(sizeof(uint)), value);
        buffer.Advance(sizeof(uint));
        return this;
    }

    public WireWriter UInt64(ulong value)
    {
        BinaryPrimitives.WriteUInt64BigEndian(buffer.GetSpan(sizeof(ulong)), value);
        buffer.Advance(sizeof(ulong));
        return this;
    }

    public WireWriter String(ReadOnlySpan<byte> value) => UInt32((uint)value.Length).Raw(value);

    public WireWriter String(string value) => String(Encoding.UTF8.GetBytes(value));

    /// <summary>A whole number that is not negative, given with its highest byte first.</summary>
    public WireWriter Number(ReadOnlySpan<byte> value)
    {
        var digits = value.TrimStart((byte)0);
        // A highest bit that is set would make it negative.
        return digits.Length > 0 && digits[0] >= 0x80 ? UInt32((uint)digits.Length + 1).Byte(0).Raw(digits) : String(digits);
    }

    public WireWriter Raw(ReadOnlySpan<byte> value)
    {
        buffer.Write(value);
        return this;
    }
}
