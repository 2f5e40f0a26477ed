using Regent.Portal.Parts;
using Regent.Testing;

namespace Regent.Portal.Tests.Parts;

public sealed class ReaderTimeTests
{
    private readonly ReaderZone reader = new();

    [Fact]
    public void Until_the_browser_has_named_its_zone_times_are_in_utc() =>
        Assert.Equal("14:30 UTC", ReaderTime.Brief(Make.Noon.AddHours(2.5), Make.Noon, reader));

    [Theory]
    [InlineData("Europe/Berlin", "15:30 UTC+1")]
    [InlineData("Asia/Kolkata", "20:00 UTC+5:30")]
    [InlineData("America/New_York", "09:30 UTC−5")]
    public void Times_are_on_the_readers_clock_with_its_zone(string zone, string words)
    {
        reader.Use(zone);

        Assert.Equal(words, ReaderTime.Brief(Make.Noon.AddHours(2.5), Make.Noon, reader));
    }

    [Fact]
    public void Today_is_the_readers_today()
    {
        reader.Use("Asia/Tokyo");

        Assert.Equal("3 Mar 01:00 UTC+9", ReaderTime.Brief(Make.Noon.AddHours(4), Make.Noon, reader));
    }

    [Fact]
    public void A_far_day_needs_no_time() =>
        Assert.Equal("2 Mar 2027", ReaderTime.Brief(Make.Noon.AddYears(1), Make.Noon, reader));

    [Theory]
    [InlineData(2.5, "15:30:00 UTC+1")]
    [InlineData(24, "3 Mar 2026 13:00:00 UTC+1")]
    public void Where_the_second_counts_the_zone_is_said_too(double hours, string words)
    {
        reader.Use("Europe/Berlin");

        Assert.Equal(words, ReaderTime.Exact(Make.Noon.AddHours(hours), Make.Noon, reader));
    }

    [Fact]
    public void A_zone_nobody_knows_changes_nothing()
    {
        reader.Use("Europe/Berlin");
        reader.Use("Nowhere/At_all");
        reader.Use(null);

        Assert.Equal("Europe/Berlin", reader.Zone.Id);
    }
}
