using System.Buffers.Binary;
using System.Text;

namespace Regent.Targets.Ssh;

/// <summary>Reads values the way SSH writes them; of what is too short or goes on for too long nothing is read.</summary>
internal ref struct WireReader(ReadOnlySpan<byte> rest)
{
    private ReadOnlySpan<byte> rest = rest;

    public readonly bool IsAtEnd => rest.IsEmpty;

    public bool TryByte(out byte value)
    {
        value = rest.IsEmpty ? (byte)0 : rest[0];
        return TryTake(1, out _);
    }

    public bool TryUInt32(out uint value)
    {
        var taken = TryTake(sizeof(uint), out var bytes);
        value = taken ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : 0;
        return taken;
    }

    public bool TryString(out ReadOnlySpan<byte> value)
    {
        value = default;
        return TryUInt32(out var length) && length <= int.MaxValue && TryTake((int)length, out value);
    }

    public bool TryText(out string text)
    {
        var read = TryString(out var bytes);
        text = Encoding.ASCII.GetString(bytes);
        return read;
    }

    private bool TryTake(int length, out ReadOnlySpan<byte> bytes)
    {
        var enough = rest.Length >= length;
        bytes = enough ? rest[..length] : default;
        rest = enough ? rest[length..] : rest;
        return enough;
    }
}
