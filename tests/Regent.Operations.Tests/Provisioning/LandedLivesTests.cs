using CsCheck;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Requests;

namespace Regent.Operations.Tests.Provisioning;

/// <summary>
/// Whole lives of two roles that give the same thing: whatever is asked, what the target has is at every moment what the assignments of
/// which the asks were accepted add up to.
/// </summary>
public sealed class LandedLivesTests
{
    private const int Lives = 150;

    private static readonly RoleDefinitionId Other = Office.RoleNamed("User Administrator");

    private enum Act
    {
        Activate,
        Extend,
        Deactivate,
        LoseEligibility,
        BecomeEligible,
        Give,
        Change,
        Remove,
    }

    private static readonly Gen<(Act Act, int Minutes, int Pause)[]> AnyLife = Gen.Select(
        Gen.Enum<Act>(), Gen.Int[5, 60], Gen.Int[0, 25], (act, minutes, pause) => (act, minutes, pause)).Array[1, 15];

    [Fact]
    public void What_the_target_has_is_the_union_of_what_was_accepted() => AnyLife.Sample(
        life => LiveAsync(life).GetAwaiter().GetResult(), iter: Lives, threads: 1, print: life => string.Join("\n", life));

    private static async Task LiveAsync((Act Act, int Minutes, int Pause)[] life)
    {
        using var site = await LandingSite.OpenAsync();
        await site.MapAsync(site.Mapping with { Id = MappingId.At(site.Office.Now), Role = Other });
        var union = new Union();
        foreach (var (act, minutes, pause) in life)
        {
            var asked = await AskAsync(site.Office, act, TimeSpan.FromMinutes(minutes));
            if (asked is Outcome<ScheduleRequest>.Done)
            {
                union.Note(act, site.Office.Now, TimeSpan.FromMinutes(minutes));
            }

            await LookAsync(site, union, pause);
        }

        await LookAsync(site, union, minutes: 130);
        Assert.Empty(site.System.Held);
        Assert.DoesNotContain(site.Receipts, receipt => receipt.IsOpen);
    }

    // Just before each end, at it, and at every minute.
    private static async Task LookAsync(LandingSite site, Union union, int minutes)
    {
        await site.LandAsync();
        union.Check(site);
        var end = site.Office.Now.AddMinutes(minutes);
        while (site.Office.Now < end)
        {
            var next = union.Moments.Append(site.Office.Now.AddMinutes(1)).Append(end).Where(moment => moment > site.Office.Now).Min();
            await site.PassAsync(next - site.Office.Now);
            union.Check(site);
        }
    }

    private static Task<Outcome<ScheduleRequest>> AskAsync(Office office, Act act, TimeSpan length)
    {
        var lasts = new Expiration.AfterDuration(length);
        var given = office.Give(office.Alan, ScheduleKind.Assignment, Other) with { Expiration = lasts };
        return act switch
        {
            Act.Activate => office.AskAsync(office.Alan, office.Ask(office.Alan) with { Expiration = lasts }),
            Act.Extend => office.The<ExtendRole>().ExecuteAsync(
                office.As(office.Alan), office.Give(office.Alan, ScheduleKind.Assignment) with { Expiration = lasts }, Office.Ct),
            Act.Deactivate => office.DeactivateAsync(office.Alan),
            Act.LoseEligibility => office.RemoveAsync(office.Ada, office.Alan, ScheduleKind.Eligibility),
            Act.BecomeEligible => office.AssignAsync(office.Ada, office.Give(office.Alan) with { Expiration = new Expiration.AfterDuration(TimeSpan.FromDays(30)) }),
            Act.Give => office.AssignAsync(office.Ada, given),
            Act.Change => office.The<ChangeAssignment>().ExecuteAsync(office.As(office.Ada), RequestAction.AdminUpdate, given, Office.Ct),
            _ => office.RemoveAsync(office.Ada, office.Alan, ScheduleKind.Assignment, Other),
        };
    }

    /// <summary>The naive model: when each of the two roles ends, by what was accepted.</summary>
    private sealed class Union
    {
        private DateTimeOffset activated;
        private DateTimeOffset given;

        public IEnumerable<DateTimeOffset> Moments =>
            [activated, given, activated - TimeSpan.FromSeconds(Math.Sign(activated.Ticks)), given - TimeSpan.FromSeconds(Math.Sign(given.Ticks))];

        public void Note(Act act, DateTimeOffset now, TimeSpan length)
        {
            (activated, given) = act switch
            {
                Act.Activate or Act.Extend => (now + length, given),
                Act.Deactivate or Act.LoseEligibility => (activated < now ? activated : now, given),
                Act.Give or Act.Change => (activated, now + length),
                Act.Remove => (activated, now),
                _ => (activated, given),
            };
        }

        public void Check(LandingSite site) => Assert.Equal(
            site.Office.Now < activated || site.Office.Now < given ? [site.Alans] : Array.Empty<Holding>(), site.System.Held);
    }
}
