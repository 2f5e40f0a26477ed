using System.Globalization;
using Regent.Drill.Inside;

namespace Regent.Drill;

/// <summary>
/// <c>Regent.Drill [--short | --long] [--postgres] [--seed N] [--complaints]</c> drills, and writes the report; long is once on each
/// database. The word <c>regent</c> first makes it the one that is killed.
/// </summary>
internal static class DrillProgram
{
    private static async Task<int> Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (args is ["regent", var data, var ahead, ..])
        {
            await DrilledRegent.RunAsync(data, args.ElementAtOrDefault(3), TimeSpan.FromTicks(long.Parse(ahead, CultureInfo.InvariantCulture)));
            return 0;
        }

        if (FaultDrill.Missing is { } missing)
        {
            Console.Error.WriteLine(missing);
            return 2;
        }

        var passed = true;
        foreach (var plan in DrillPlan.Read(args))
        {
            var report = await FaultDrill.RunAsync(plan, CancellationToken.None);
            Console.WriteLine(report);
            if (args.Contains("--complaints"))
            {
                Console.WriteLine(string.Join('\n', report.Complaints));
            }

            passed &= report.IsGood;
        }

        return passed ? 0 : 1;
    }
}
