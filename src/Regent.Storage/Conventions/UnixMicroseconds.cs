using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Regent.Storage.Conventions;

/// <summary>SQLite has no type for instants; whole microseconds since 1970 compare and sort as the instants do.</summary>
internal sealed class UnixMicroseconds() : ValueConverter<DateTimeOffset, long>(
    value => (value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
    stored => DateTimeOffset.UnixEpoch.AddTicks(stored * TimeSpan.TicksPerMicrosecond));
