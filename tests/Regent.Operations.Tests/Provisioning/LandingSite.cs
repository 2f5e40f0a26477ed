using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Testing;
using Regent.Testing.Fakes;

namespace Regent.Operations.Tests.Provisioning;

/// <summary>The office with a system outside: the role gives a thing there, and its lane does what is due whenever it is let.</summary>
internal sealed class LandingSite : IDisposable
{
    public const string Thing = "admins";

    private const int MostRounds = 50;

    public LandingSite(Landing? landing = null)
    {
        Target = new Target(TargetId.At(Office.Now), "The system", TargetKind.Webhook, Make.Accounts("{name}"), Place("https://there.example"), TargetState.Live);
        Mapping = new Mapping(MappingId.At(Office.Now), Target.Id, Office.Role, Scope.Tenant, [Thing]) { Landing = landing ?? Landing.AtTheEnd };
    }

    public Office Office { get; } = new();

    public Target Target { get; private set; }

    public Mapping Mapping { get; }

    public FakeTarget System => Office.World.System;

    public Holding Alans { get; } = new("alan.turing", Thing);

    /// <summary>Everything in the ledger, in the words of tests.</summary>
    public IReadOnlyList<string> Ledger =>
        [.. Office.World.Ledger.All.Select(entry => $"{entry.Holding} {entry.State}{(entry.IsFailing ? $" failing: {entry.LastError}" : "")}").Order(StringComparer.Ordinal)];

    public IReadOnlyList<Receipt> Receipts => Office.World.Ledger.AllReceipts;

    /// <summary>The settings of a system that is there.</summary>
    public static TargetSettings Place(string address) => new(new Dictionary<string, string> { ["address"] = address });

    public static async Task<LandingSite> OpenAsync(Landing? landing = null)
    {
        var site = new LandingSite(landing);
        await site.SaveAsync(site.Target);
        await site.MapAsync(site.Mapping);
        return site;
    }

    public Task SaveAsync(Target target)
    {
        Target = target;
        return WriteAsync(ct => Office.World.Targets.SaveAsync(target, ct));
    }

    public Task MapAsync(Mapping mapping) => WriteAsync(ct => Office.World.Targets.SaveMappingAsync(mapping, ct));

    public Task WriteAsync(Func<CancellationToken, Task> write) => Office.World.Unit.RunAsync(
        async ct =>
        {
            await write(ct);
            return true;
        },
        Office.Ct);

    /// <summary>Gives the role to a group that somebody is in.</summary>
    public async Task GiveToGroupOfAsync(Principal member, TimeSpan length) => (await Office.AssignAsync(
        Office.Ada,
        Office.Give(Office.World.AddGroup("Desk", member), ScheduleKind.Assignment) with { Expiration = new Expiration.AfterDuration(length) })).Done();

    /// <summary>Does all that is due in the target now.</summary>
    public async Task LandAsync()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (!(await Office.The<TargetLane>().DoNextAsync(Target.Id, Office.Ct) <= Office.Now))
            {
                return;
            }
        }

        throw new InvalidOperationException("There is always something to do.");
    }

    /// <summary>Lets time pass and does what falls due on the way, also in the target.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var end = Office.Now + time;
        for (var round = 0; round < MostRounds; round++)
        {
            var next = await Office.The<TargetLane>().DoNextAsync(Target.Id, Office.Ct);
            if (next > end || next is null)
            {
                await Office.PassAsync(end - Office.Now);
                await LandAsync();
                return;
            }

            if (next > Office.Now)
            {
                await Office.PassAsync(next.Value - Office.Now);
            }
        }

        throw new InvalidOperationException("There is always something to do.");
    }

    public void Dispose() => Office.Dispose();
}
