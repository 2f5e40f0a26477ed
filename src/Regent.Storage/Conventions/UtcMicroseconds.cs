using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Regent.Storage.Conventions;

/// <summary>PostgreSQL keeps microseconds and takes only UTC; cutting here keeps what was written equal to what is read.</summary>
internal sealed class UtcMicroseconds() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    value => new DateTimeOffset(value.UtcTicks - (value.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
    stored => stored);
