using Bunit;
using Regent.Portal.Parts;

namespace Regent.Portal.Tests.Parts;

public sealed class CountdownTests : PortalContext
{
    [Fact]
    public void It_tells_the_browser_what_is_left()
    {
        var countdown = Show(TimeSpan.FromMinutes(90));

        Assert.Equal("5400000", countdown.Find("rg-countdown").GetAttribute("left"));
        Assert.Equal("1 h 30 min", countdown.Find("rg-countdown").TextContent);
    }

    [Fact]
    public void It_corrects_the_browser_now_and_then()
    {
        var countdown = Show(TimeSpan.FromMinutes(90));

        World.Clock.Advance(TimeSpan.FromMinutes(1));

        countdown.WaitForAssertion(() => Assert.Equal("5340000", countdown.Find("rg-countdown").GetAttribute("left")));
    }

    [Fact]
    public void It_says_once_that_the_end_has_come()
    {
        var ended = 0;
        var countdown = Show(TimeSpan.FromMinutes(1), () => ended++);

        World.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, ended);
        World.Clock.Advance(TimeSpan.FromMinutes(5));

        countdown.WaitForAssertion(() => Assert.Equal(1, ended));
        Assert.Equal("0 s", countdown.Find("rg-countdown").TextContent);
    }

    [Theory]
    [InlineData(70, "")]
    [InlineData(50, "Exchange Administrator ends in 1 h")]
    [InlineData(5, "Exchange Administrator ends in 5 min")]
    [InlineData(0, "Exchange Administrator has ended")]
    public void A_screen_reader_is_told_at_coarse_steps_only(int minutes, string words)
    {
        var announcement = Render<EndAnnouncement>(p => p
            .Add(part => part.What, "Exchange Administrator").Add(part => part.Until, World.Now.AddMinutes(70)));

        World.Clock.Advance(TimeSpan.FromMinutes(70 - minutes));

        announcement.WaitForAssertion(() => Assert.Equal(words, announcement.Find("[aria-live=polite]").TextContent));
    }

    private IRenderedComponent<Countdown> Show(TimeSpan left, Action? ended = null) =>
        Render<Countdown>(p => p.Add(part => part.Until, World.Now + left).Add(part => part.OnEnded, ended ?? (() => { })));
}
