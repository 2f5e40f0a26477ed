using System.Globalization;
using Regent.Portal.Parts;

namespace Regent.Portal.Tests.Parts;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("00:00:00", "0 s")]
    [InlineData("-00:05:00", "0 s")]
    [InlineData("00:00:09", "9 s")]
    [InlineData("00:42:10", "42 min 10 s")]
    [InlineData("01:12:59", "1 h 12 min")]
    [InlineData("3.04:59:00", "3 d 4 h")]
    public void What_is_left_is_said_in_its_two_largest_units(string left, string words) =>
        Assert.Equal(words, Durations.Left(TimeSpan.Parse(left, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("08:00:00", "8 h")]
    [InlineData("01:30:00", "1 h 30 min")]
    [InlineData("365.00:00:00", "365 d")]
    [InlineData("00:00:20", "20 s")]
    public void A_length_leaves_out_what_is_zero(string length, string words) =>
        Assert.Equal(words, Durations.Length(TimeSpan.Parse(length, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("00:00:30", "now")]
    [InlineData("-00:00:30", "just now")]
    [InlineData("00:12:00", "in 12 min")]
    [InlineData("-02:00:10", "2 h ago")]
    [InlineData("01:12:00", "in 1 h 12 min")]
    [InlineData("1.06:00:00", "in 30 h")]
    [InlineData("-12.00:00:00", "12 d ago")]
    public void A_distance_is_rough_and_says_its_direction(string distance, string words) =>
        Assert.Equal(words, Durations.Away(TimeSpan.Parse(distance, CultureInfo.InvariantCulture)));
}
