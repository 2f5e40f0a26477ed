using Regent.Drill;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Durability;

/// <summary>The fault drill in its short form; <c>./bench drill</c> does the long one.</summary>
[Collection(nameof(Alone))]
public sealed class FaultDrillTests
{
    [Fact]
    public async Task Whatever_fails_access_is_there_and_is_gone_in_time_and_every_receipt_is_complete()
    {
        Assert.SkipWhen(FaultDrill.Missing is not null, FaultDrill.Missing ?? "");

        var report = await FaultDrill.RunAsync(new DrillPlan(Environment.TickCount).Shorter, TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(report.ToString());
        Assert.True(report.IsGood, $"{report}\n{string.Join('\n', report.Complaints)}");
    }
}
