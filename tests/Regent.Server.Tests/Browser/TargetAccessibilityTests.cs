using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Server.Tests.Api;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Browser;

/// <summary>The pages of targets in each of their states, and what opens over them, as axe judges it.</summary>
[Collection(nameof(AxeTests))]
public sealed class TargetAccessibilityTests(Chromium chromium)
{
    // As long as names of groups are.
    private const string LongName = "cn=database-administrators,ou=privileged,ou=groups,ou=europe,dc=directory,dc=regent,dc=example";

    private static readonly RoleDefinitionId Role = new(new Guid(ApiClient.Role("User Administrator")));

    [Fact]
    public async Task Nothing_about_targets_has_a_violation()
    {
        await using var server = new SampleServer();
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("ada", "/targets");
        var axe = new Axe(page);
        await axe.JudgeAsync("targets, none");
        await page.GoAsync("/targets?add=1");
        await axe.JudgeAsync("target kinds");
        await page.TestId("kind-Postgres").ClickAsync();
        await page.TestId("target-save").ClickAsync();
        await Assertions.Expect(page.Locator("#target-name[aria-invalid=true]")).ToBeVisibleAsync();
        await axe.JudgeAsync("target form with mistakes");
        await page.Locator("#target-form summary").ClickAsync();
        await axe.JudgeAsync("target form with more settings");

        var (machines, silent, build) = await FillAsync(server);
        await page.GoAsync("/targets");
        await Assertions.Expect(page.TestId("row")).ToHaveCountAsync(3);
        await axe.JudgeAsync("targets, full");
        foreach (var tab in new[] { "overview", "mappings", "mappings&map=new", "plan", "ledger", "ledger&show=failing", "outside" })
        {
            await page.GoAsync($"/targets/{machines}?tab={tab}");
            await Assertions.Expect(page.Locator("[role=tabpanel]")).ToBeVisibleAsync();
            await axe.JudgeAsync($"target {tab}");
        }

        await page.GoAsync($"/targets/{silent}?tab=plan");
        await Assertions.Expect(page.TestId("refused")).ToBeVisibleAsync();
        await axe.JudgeAsync("target plan that cannot be made");
        await LongNamesAsync(page, axe, build);
        await page.GoAsync($"/targets/{machines}");
        await page.TestId("remove").ClickAsync();
        await Assertions.Expect(page.TestId("target-act")).ToBeVisibleAsync();
        await axe.JudgeAsync("target removal");
        await page.GoAsync($"/targets/{machines}?tab=outside");
        await page.TestId("adopt").First.ClickAsync();
        await Assertions.Expect(page.TestId("adopt-panel")).ToBeVisibleAsync();
        await axe.JudgeAsync("target adoption");
        axe.AssertNothingFound();
    }

    private static async Task LongNamesAsync(IPage page, Axe axe, TargetId target)
    {
        await page.GoAsync($"/targets/{target}?tab=mappings");
        await axe.JudgeAsync("long names, mappings");
        await page.TestId("remove-mapping").ClickAsync();
        await Assertions.Expect(page.TestId("remove-mapping-do")).ToBeVisibleAsync();
        await axe.JudgeAsync("long names, mapping to be removed");
        await page.GoAsync($"/targets/{target}?tab=outside");
        await axe.JudgeAsync("long names, found outside");
        await page.TestId("ignore").ClickAsync();
        await Assertions.Expect(page.TestId("drift-confirm")).ToBeVisibleAsync();
        await axe.JudgeAsync("long names, to be ignored");
        await page.TestId("drift-confirm-cancel").ClickAsync();
        await page.TestId("adopt").ClickAsync();
        await Assertions.Expect(page.TestId("adopt-panel")).ToBeVisibleAsync();
        await axe.JudgeAsync("long names, to be adopted");
    }

    [Fact]
    public async Task Neither_has_what_people_see_of_them_nor_their_alerts()
    {
        await using var server = new SampleServer();
        await FillAsync(server);
        await using var context = await chromium.OpenAsync(server.Address);
        var alan = await context.SignInAsync("alan", $"/my-roles?activate={Role}");
        await alan.FillAsync("#reason", "New starters");
        await alan.TestId("activate-send").ClickAsync();
        await Assertions.Expect(alan.TestId("result")).ToContainTextAsync("Seen in Machines");
        var axe = new Axe(alan);
        await axe.JudgeAsync("activation that was seen");
        await alan.GoAsync("/my-roles?tab=active");
        await Assertions.Expect(alan.TestId("landed").First).ToBeVisibleAsync();
        await axe.JudgeAsync("active roles that landed");
        await alan.TestId("desk").First.ClickAsync();
        await Assertions.Expect(alan.TestId("credential-panel")).ToBeVisibleAsync();
        await alan.TestId("issue").ClickAsync();
        await axe.JudgeAsync("credential panel");
        await alan.GoAsync("/");
        await Assertions.Expect(alan.TestId("landed").First).ToBeVisibleAsync();
        await axe.JudgeAsync("dashboard with what landed");
        axe.AssertNothingFound();

        await using var other = await chromium.OpenAsync(server.Address);
        var ada = await other.SignInAsync("ada", "/alerts");
        await ada.TestId("scan").ClickAsync();
        await Assertions.Expect(ada.TestId("done")).ToBeVisibleAsync();
        var alerts = new Axe(ada);
        foreach (var alert in new[] { "AccessOutsideRegent", "TargetNotAnswering", "RevocationOverdue" })
        {
            await ada.GoAsync($"/alerts/{alert}");
            await Assertions.Expect(ada.TestId("row")).Not.ToHaveCountAsync(0);
            await alerts.JudgeAsync($"alert {alert}");
        }

        alerts.AssertNothingFound();
    }

    // Three systems: one that works, with something found in it and something that fails; one that does not answer; one that is new.
    private static async Task<(TargetId Machines, TargetId Silent, TargetId Build)> FillAsync(SampleServer server)
    {
        var now = server.Clock.GetUtcNow();
        var (targets, ledger) = (server.Services.GetRequiredService<ITargetStore>(), server.Services.GetRequiredService<ILedger>());
        var machines = Make("Machines", TargetKind.Ssh, TargetState.Live, now);
        var silent = Make("Warehouse database", TargetKind.Postgres, TargetState.Live, now);
        silent = silent with { Settings = new TargetSettings(new Dictionary<string, string> { ["host"] = "127.0.0.1", ["port"] = "9", ["user"] = "regent", ["timeoutSeconds"] = "1" }) };
        var build = Make("Build machines", TargetKind.Ssh, TargetState.New, now);
        await server.Services.GetRequiredService<IUnitOfWork>().RunAsync(
            async ct =>
            {
                foreach (var target in new[] { machines, silent, build })
                {
                    await targets.SaveAsync(target, ct);
                    await targets.SaveMappingAsync(new Mapping(MappingId.At(now), target.Id, Role, Scope.Tenant, [target == build ? LongName : "admins"]), ct);
                }

                await targets.SaveHealthAsync(new TargetHealth(machines.Id) { SweptAt = now.AddMinutes(-20) }, ct);
                await targets.SaveHealthAsync(Silent(silent.Id, now), ct);
                var gone = new Drift(Guid.CreateVersion7(now), machines.Id, new Holding("mallory", "admins"), now.AddDays(-2));
                await ledger.ChangeDriftAsync([gone, gone with { Id = Guid.CreateVersion7(now.AddSeconds(1)), Holding = new Holding("robot-7", "admins"), IgnoredAt = now }], [], ct);
                await ledger.ChangeDriftAsync([new Drift(Guid.CreateVersion7(now), build.Id, new Holding("mallory", LongName), now.AddDays(-2))], [], ct);
                await ledger.PutAsync(Line(silent.Id, "edsger", LedgerState.Ending, now.AddMinutes(-42)).Fail("The server closed the connection: too many clients already.", now.AddMinutes(-42), now), ct);
                await ledger.PutAsync(Line(machines.Id, "grace", LedgerState.Ending, now.AddMinutes(-7)).Fail("A name with a line break cannot be a principal.", now.AddMinutes(-7), now.AddDays(1)), ct);
                return true;
            },
            TestContext.Current.CancellationToken);
        return (machines.Id, silent.Id, build.Id);
    }

    private static TargetHealth Silent(TargetId target, DateTimeOffset now) => new(target)
    {
        Failures = TargetHealth.Threshold,
        FailingSince = now.AddMinutes(-12),
        LastError = "Could not connect to warehouse.example:5432 within 10 seconds.",
        RetryAt = now.AddDays(1),
    };

    private static LedgerEntry Line(TargetId target, string account, LedgerState state, DateTimeOffset since) =>
        LedgerEntry.New(target, new Holding(account, "admins"), begins: true, since.AddHours(-8)).Become(state, since);

    private static Target Make(string name, TargetKind kind, TargetState state, DateTimeOffset now) =>
        new(TargetId.At(now), name, kind, AccountTemplate.TryParse("{name}", out var accounts) ? accounts : throw new InvalidOperationException(), TargetSettings.None, state);
}
