using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Targets;
using Regent.Operations.Provisioning;
using Regent.Portal.Parts;
using Regent.Testing;

namespace Regent.Portal.Tests.Parts;

public sealed class LandedWordsTests
{
    private readonly ScheduleId schedule = ScheduleId.At(Make.Noon);

    [Fact]
    public void Targets_stand_by_their_names_and_what_fails_stands_first()
    {
        var progress = new AccessProgress(schedule, [In("Wiki", "No."), In("machines"), In("Directory")]);

        Assert.Equal(
            ["Failing in Wiki", "Provisioning in Directory", "Provisioning in machines"], LandedWords.Of(progress).Select(line => line.Words));
    }

    private LandedAccess In(string target, string? trouble = null)
    {
        var entry = LedgerEntry.New(TargetId.At(Make.Noon), new Holding("alan", "admins"), begins: true, Make.Noon);
        return new LandedAccess(
            target, trouble is null ? entry : entry.Fail(trouble, Make.Noon, Make.Noon),
            new Receipt(Make.NewId(), entry.Id, schedule, PrincipalId.At(Make.Noon), Make.Noon));
    }
}
