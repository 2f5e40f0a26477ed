using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MimeKit;
using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Audit;
using Regent.Operations.Ports;
using Regent.Server.Tests.Hosting;
using Regent.Testing.Smtp;

namespace Regent.Server.Tests.Browser;

/// <summary>The product's reason to be, from the ask to the end, as people see it.</summary>
[Collection(nameof(BrowserTests))]
public sealed partial class MainScenarioTests(Chromium chromium)
{
    private const string Role = "Exchange Administrator";

    [Fact]
    public async Task Alan_asks_Grace_approves_from_her_mail_the_role_is_active_and_ends_by_itself()
    {
        await using var sink = new SmtpSink();
        await using var server = new MailingServer(sink);
        await using var alans = await chromium.OpenAsync(server.Address);
        await using var graces = await chromium.OpenAsync(server.Address);

        var alan = await alans.SignInAsync("alan", "/my-roles");
        await AskAsync(alan, server.Clock.GetUtcNow().AddHours(1));
        await Eventually.TrueAsync(() => sink.Messages.Count == 2, "both approvers have a mail");
        var mail = Assert.Single(sink.To("grace@regent.example"));
        AssertSaysEverything(mail);
        Assert.Single(sink.To("ada@regent.example"));

        var grace = await graces.SignInAsync("grace", LinkIn(mail, server.Address));
        var card = grace.TestId("case").Filter(new() { HasText = Role });
        await Assertions.Expect(card).ToContainTextAsync("Move the shared mailboxes");
        await card.Locator("[data-testid=why]").FillAsync("Agreed in the change meeting");
        await card.Locator("[data-testid=approve]").ClickAsync();
        await Assertions.Expect(grace.TestId("result")).ToBeVisibleAsync();
        await Eventually.TrueAsync(() => sink.To("alan@regent.example").Any(Tells("approved")), "Alan is told of the approval");

        server.Clock.Advance(TimeSpan.FromMinutes(61));
        await Eventually.TrueAsync(() => sink.To("alan@regent.example").Any(Tells("is active")), "Alan is told that it is active");
        await Eventually.TrueAsync(() => sink.To("ada@regent.example").Any(Tells("activated")), "Ada is told that it is active");
        await alan.GoAsync("/my-roles?tab=active");
        var active = alan.TestId("row").Filter(new() { HasText = Role });
        await Assertions.Expect(active).ToHaveCountAsync(1);
        await Assertions.Expect(active.Locator("[data-testid=countdown]")).ToBeVisibleAsync();
        Assert.Contains(await ActiveRolesAsync(server), id => id == RoleId);

        server.Clock.Advance(TimeSpan.FromHours(2));
        await Eventually.TrueAsync(() => sink.To("alan@regent.example").Any(Tells("has ended")), "Alan is told of the end");
        await alan.GoAsync("/my-roles?tab=active");
        await Assertions.Expect(alan.TestId("row").Filter(new() { HasText = Role })).ToHaveCountAsync(0);
        Assert.DoesNotContain(await ActiveRolesAsync(server), id => id == RoleId);
        Assert.Equal(Steps, await StoryAsync(server));
    }

    private static string RoleId => DirectoryRoles.BuiltIn.Single(role => role.DisplayName == Role).Id.ToString();

    private static string[] Steps =>
    [
        AuditActivities.ActivationRequested, AuditActivities.ApprovalRequested, AuditActivities.ActivationApproved,
        AuditActivities.ActivationCompleted, AuditActivities.ActivationExpired,
    ];

    private static async Task AskAsync(IPage page, DateTimeOffset start)
    {
        await page.TestId("row").Filter(new() { HasText = Role }).Locator("[data-testid=activate]").ClickAsync();
        var berlin = TimeZoneInfo.ConvertTime(start, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        await page.TestId("start-later").CheckAsync();
        await page.FillAsync("#start", berlin.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.FillAsync("#start-time", berlin.ToString("HH:mm", CultureInfo.InvariantCulture));
        await page.Locator("#duration").FillAsync("4");
        await page.FillAsync("#ticket-number", "CHG-1042");
        await page.FillAsync("#ticket-system", "Service desk");
        await page.FillAsync("#reason", "Move the shared mailboxes of Sales");
        await page.TestId("activate-send").ClickAsync();
        await Assertions.Expect(page.TestId("result")).ToBeVisibleAsync();
    }

    private static void AssertSaysEverything(MimeMessage mail)
    {
        foreach (var text in new[] { mail.TextBody, mail.HtmlBody })
        {
            foreach (var fact in new[] { "Alan Turing", Role, "2 h", "Move the shared mailboxes of Sales", "CHG-1042", "10:00 UTC", "/approve/" })
            {
                Assert.Contains(fact, text, StringComparison.Ordinal);
            }
        }
    }

    private static string LinkIn(MimeMessage mail, string address)
    {
        var link = Link().Match(mail.TextBody!).Value;
        Assert.StartsWith(address, link, StringComparison.Ordinal);
        return link[address.Length..];
    }

    private static Func<MimeMessage, bool> Tells(string words) => mail => mail.Subject?.Contains(words, StringComparison.Ordinal) == true;

    private static async Task<IReadOnlyList<string>> ActiveRolesAsync(MailingServer server)
    {
        using var api = await server.ApiAsync("alan");
        var answer = await api.GetStringAsync(
            "/v1.0/roleManagement/directory/roleAssignmentScheduleInstances/filterByCurrentUser(on='principal')",
            TestContext.Current.CancellationToken);
        return [.. System.Text.Json.Nodes.JsonNode.Parse(answer)!["value"]!.AsArray().Select(one => (string)one!["roleDefinitionId"]!)];
    }

    private static async Task<IReadOnlyList<string>> StoryAsync(MailingServer server)
    {
        var ada = new Caller((await server.PersonAsync("ada")).Id, MfaAt: null);
        var query = new AuditQuery
        {
            Involving = (await server.PersonAsync("alan")).Id,
            Role = new RoleDefinitionId(new Guid(RoleId)),
            From = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
        };
        var page = await server.Services.GetRequiredService<ListAudit>()
            .ExecuteAsync(ada, query, new PageAsk(100), TestContext.Current.CancellationToken);
        return [.. Assert.IsType<Outcome<Page<AuditListing>>.Done>(page).Value.Items.Reverse().Select(one => one.Entry.Activity)];
    }

    [GeneratedRegex(@"http://\S+/approve/\S+")]
    private static partial Regex Link();
}
