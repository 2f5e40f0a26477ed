using Regent.Core.Alerts;
using Regent.Testing;

namespace Regent.Core.Tests.Alerts;

public sealed class AlertTests
{
    private static readonly DateTimeOffset Noon = Make.Noon;

    private readonly Alert fresh = Alert.Default(AlertKind.StaleSignIn);

    [Fact]
    public void What_a_scan_finds_makes_it_active()
    {
        var alert = fresh.Scan(new AlertCount(3, Noon.AddDays(-2)), Noon);

        Assert.Equal((true, 3, Noon, Noon), (alert.IsActive, alert.IncidentCount, alert.LastScannedAt, alert.LastModifiedAt));
    }

    [Fact]
    public void A_scan_that_finds_the_same_changes_nothing_but_when_it_was()
    {
        var alert = fresh.Scan(new AlertCount(3, Noon), Noon).Scan(new AlertCount(3, Noon), Noon.AddDays(1));

        Assert.Equal((Noon.AddDays(1), Noon), (alert.LastScannedAt, alert.LastModifiedAt));
    }

    [Fact]
    public void A_scan_that_finds_nothing_makes_it_inactive()
    {
        var alert = fresh.Scan(new AlertCount(3, Noon), Noon).Scan(AlertCount.None, Noon.AddDays(1));

        Assert.Equal((false, 0, Noon.AddDays(1)), (alert.IsActive, alert.IncidentCount, alert.LastModifiedAt));
    }

    [Fact]
    public void Dismissed_it_stays_inactive_while_nothing_newer_is_found()
    {
        var alert = fresh.Scan(new AlertCount(3, Noon), Noon).Dismiss(Noon.AddHours(1));
        Assert.False(alert.IsActive);

        alert = alert.Scan(new AlertCount(2, Noon), Noon.AddDays(1));

        Assert.Equal((false, 2), (alert.IsActive, alert.IncidentCount));
    }

    [Fact]
    public void Dismissed_it_becomes_active_by_what_is_newer()
    {
        var alert = fresh.Scan(new AlertCount(3, Noon), Noon).Dismiss(Noon.AddHours(1)).Scan(new AlertCount(3, Noon.AddHours(2)), Noon.AddDays(1));

        Assert.True(alert.IsActive);
        Assert.Null(alert.DismissedAt);
    }

    [Fact]
    public void What_was_dismissed_is_news_again_once_it_had_gone()
    {
        var alert = fresh.Scan(new AlertCount(3, Noon), Noon).Dismiss(Noon.AddHours(1))
            .Scan(AlertCount.None, Noon.AddDays(1)).Scan(new AlertCount(1, Noon), Noon.AddDays(2));

        Assert.True(alert.IsActive);
    }

    [Fact]
    public void What_is_not_active_cannot_be_dismissed() => Assert.Equal(fresh, fresh.Dismiss(Noon));

    [Fact]
    public void Switched_off_it_has_found_nothing()
    {
        var alert = fresh.Scan(new AlertCount(3, Noon), Noon).Configure(fresh.Configuration with { IsEnabled = false }, Noon.AddHours(1));

        Assert.Equal((false, 0, Noon.AddHours(1)), (alert.IsActive, alert.IncidentCount, alert.LastModifiedAt));
    }

    [Fact]
    public void Under_other_numbers_what_was_dismissed_is_news()
    {
        var alert = fresh.Scan(new AlertCount(3, Noon), Noon).Dismiss(Noon.AddHours(1))
            .Configure(fresh.Configuration.With(AlertThreshold.Days, 10), Noon.AddHours(2)).Scan(new AlertCount(3, Noon), Noon.AddDays(1));

        Assert.True(alert.IsActive);
    }
}
