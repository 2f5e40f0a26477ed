using System.Globalization;
using Regent.Api.OData;

namespace Regent.Server.Tests.Api.OData;

public sealed class WireTimeTests
{
    [Theory]
    [InlineData("2030-01-01T08:00:00Z", "2030-01-01T08:00:00Z")]
    [InlineData("2030-01-01T08:00Z", "2030-01-01T08:00:00Z")]
    [InlineData("2030-01-01t08:00:00.5z", "2030-01-01T08:00:00.5Z")]
    [InlineData("2030-01-01T08:00:00.1234567+02:00", "2030-01-01T06:00:00.1234567Z")]
    [InlineData("2030-01-01T08:00:00.123456789012-05:30", "2030-01-01T13:30:00.1234568Z")]
    public void Times_are_read_with_any_offset_and_written_in_utc(string text, string written)
    {
        var read = Assert.IsType<Reading<DateTimeOffset?>.Good>(WireTime.Read(text, "start"));

        Assert.Equal(written, WireTime.Write(read.Value!.Value));
    }

    [Theory]
    [InlineData("2030-01-01T08:00:00", "offset")]
    [InlineData("2030-01-01", "offset")]
    [InlineData("2030-01-01T08:00:00Z\n", "not a time")]
    [InlineData("01/02/2030", "not a time")]
    [InlineData("٢٠٣٠-01-01T08:00:00Z", "not a time")]
    [InlineData("2030-13-01T08:00:00Z", "exists")]
    [InlineData("2030-01-01T24:00:00Z", "exists")]
    [InlineData("2030-01-01T08:00:00+15:00", "exists")]
    [InlineData("1066-10-14T08:00:00Z", "outside")]
    public void What_is_no_time_is_refused_with_what_is_wrong(string text, string why)
    {
        var refused = Assert.IsType<Reading<DateTimeOffset?>.Bad>(WireTime.Read(text, "start"));

        Assert.Equal("start", refused.Flaw.Target);
        Assert.Contains(why, refused.Flaw.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PT8H", 480, "PT8H")]
    [InlineData("PT480M", 480, "PT8H")]
    [InlineData("PT1H45M", 105, "PT1H45M")]
    [InlineData("P1D", 1440, "P1D")]
    [InlineData("P365D", 525600, "P365D")]
    [InlineData("PT90.0S", 1.5, "PT1M30S")]
    public void Durations_are_read_in_any_unit_and_written_in_the_largest(string text, double minutes, string written)
    {
        var read = Assert.IsType<Reading<TimeSpan?>.Good>(WireDuration.Read(text, "duration"));

        Assert.Equal(minutes, read.Value!.Value.TotalMinutes);
        Assert.Equal(written, WireDuration.Write(read.Value.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("P1W")]
    [InlineData("PT0S")]
    [InlineData("-PT1H")]
    [InlineData("PT1H\n")]
    [InlineData("8:00")]
    [InlineData("PT99999999999999999999H")]
    [InlineData("P40000D")]
    public void What_is_no_duration_is_refused(string text) => Assert.Equal(
        "duration", Assert.IsType<Reading<TimeSpan?>.Bad>(WireDuration.Read(text, "duration")).Flaw.Target);

    [Fact]
    public void What_was_not_said_is_nothing_wrong()
    {
        Assert.Null(Assert.IsType<Reading<DateTimeOffset?>.Good>(WireTime.Read(null, "start")).Value);
        Assert.Null(Assert.IsType<Reading<TimeSpan?>.Good>(WireDuration.Read(null, "duration")).Value);
    }

    [Fact]
    public void The_culture_of_the_machine_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
        try
        {
            Times_are_read_with_any_offset_and_written_in_utc("2030-01-01T08:00:00Z", "2030-01-01T08:00:00Z");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
