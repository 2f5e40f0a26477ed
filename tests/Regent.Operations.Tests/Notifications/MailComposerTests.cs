using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Notifications;
using Regent.Operations.Ports;
using Regent.Testing;

namespace Regent.Operations.Tests.Notifications;

public sealed class MailComposerTests
{
    private static readonly Principal Alan = Make.User("Alan Turing");
    private static readonly Principal Grace = Make.User("Grace Hopper");
    private static readonly RoleDefinition Role = Make.Role("Exchange Administrator");
    private static readonly ScheduleRequest Pending = Make.Pending(Alan.Id, Role.Id, Make.Noon);

    [Fact]
    public void The_mail_to_an_approver_holds_everything_needed_to_decide()
    {
        var text = Compose(NoticeKind.ApprovalNeeded, Pending with { Start = Make.Noon.AddHours(3) });

        Assert.Equal("PIM: Review Alan Turing's request to activate the Exchange Administrator role", text.Subject);
        Assert.Equal(
            $"""
            Alan Turing asks to activate Exchange Administrator and you may decide. The first decision counts.

            Requestor: Alan Turing (alan.turing@regent.example)
            Role: Exchange Administrator
            Scope: Whole organisation
            Start: Mon 2 Mar 2026 15:00 UTC
            Duration: 2 h
            Reason: A customer cannot sign in.
            Ticket: INC-1 · Desk
            Answer by: Tue 3 Mar 2026 12:00 UTC

            Review the request: https://pim.regent.example/base/approve/{Pending.Id}

            """,
            text.Text, ignoreLineEndingDifferences: true);
        foreach (var part in new[] { "Alan Turing", "A customer cannot sign in.", "INC-1", "2 h", $"/base/approve/{Pending.Id}" })
        {
            Assert.Contains(part, text.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_a_wished_start_it_begins_once_approved() =>
        Assert.Contains("Start: Once approved\n", Compose(NoticeKind.ApprovalNeeded, Pending).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(NoticeKind.Approved, "PIM: Your request for the Exchange Administrator role was approved")]
    [InlineData(NoticeKind.Denied, "PIM: Your request for the Exchange Administrator role was denied")]
    [InlineData(NoticeKind.RequestExpired, "PIM: Your request for the Exchange Administrator role expired")]
    [InlineData(NoticeKind.Activated, "PIM: Your Exchange Administrator role was approved and is active")]
    [InlineData(NoticeKind.ActivationAlert, "PIM: Alan Turing activated the Exchange Administrator role")]
    [InlineData(NoticeKind.Failed, "PIM: Your Exchange Administrator role could not be activated")]
    [InlineData(NoticeKind.Ended, "PIM: Your Exchange Administrator role has ended")]
    public void Every_kind_has_its_subject_and_leads_to_the_request(NoticeKind kind, string subject)
    {
        var decided = Pending with
        {
            Status = RequestStatus.Provisioned,
            Approval = Pending.Approval! with { Decision = new Decision(Grace.Id, Approved: true, "Go ahead.", Make.Noon) },
        };

        var text = Compose(kind, decided, Grace);

        Assert.Equal(subject, text.Subject);
        Assert.Contains($"https://pim.regent.example/base/my-requests/{Pending.Id}", text.Text, StringComparison.Ordinal);
        Assert.Contains("Decision: Go ahead.", text.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Answer by", text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_active_says_from_when_to_when()
    {
        var schedule = Make.Activation(Make.Eligibility(Alan.Id, Role.Id, Make.Noon), Alan.Id, Make.Noon, Make.Noon.AddMinutes(150));

        var text = Compose(NoticeKind.Activated, Pending with { Approval = null, Status = RequestStatus.Provisioned }, by: null, schedule);

        Assert.Equal("PIM: Your Exchange Administrator role is active", text.Subject);
        Assert.Contains("Start: Mon 2 Mar 2026 12:00 UTC\nEnd: Mon 2 Mar 2026 14:30 UTC\n", text.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00:05:00", "5 min")]
    [InlineData("00:30:00", "30 min")]
    [InlineData("01:00:00", "1 h")]
    [InlineData("01:30:00", "1 h 30 min")]
    [InlineData("1.00:00:00", "24 h")]
    public void Durations_read_as_people_say_them(string duration, string words) => Assert.Contains(
        $"Duration: {words}\n", Compose(NoticeKind.ApprovalNeeded, Pending with { Duration = TimeSpan.Parse(duration, null) }).Text, StringComparison.Ordinal);

    [Fact]
    public void Nothing_people_wrote_becomes_markup()
    {
        var text = Compose(
            NoticeKind.ApprovalNeeded,
            Pending with { Justification = "<script>alert(1)</script>&\"'", Ticket = new Ticket("<b>1</b>", "\"onload=") });

        Assert.DoesNotContain("<script>", text.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", text.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", text.Html, StringComparison.Ordinal);
        Assert.Contains("<script>", text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_people_wrote_passes_for_a_line_of_Regent()
    {
        var text = Compose(
            NoticeKind.ApprovalNeeded,
            Pending with { Justification = "Fix.\n\nReview the request: https://evil.example\r\nRole: Global Reader\u2028Scope: none\rDuration: 1 h" });

        Assert.Single(Lines(text.Text), line => line.StartsWith("Review the request:", StringComparison.Ordinal));
        Assert.Single(Lines(text.Text), line => line.StartsWith("Role:", StringComparison.Ordinal));
        Assert.Single(Lines(text.Text), line => line.StartsWith("Scope:", StringComparison.Ordinal));
        Assert.Single(Lines(text.Text), line => line.StartsWith("Duration:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_subject_is_one_line()
    {
        var forged = Alan with { DisplayName = "Alan\r\nBcc: everybody@regent.example\tTuring" };
        var listing = new RequestListing(Pending, forged, Role, Schedule: null);

        var text = MailComposer.Compose(new MailFacts(NoticeKind.ActivationAlert, Grace, listing, Actor: null, Addresses));

        Assert.DoesNotContain(text.Subject, char.IsControl);
    }

    private static NotificationOptions Addresses { get; } = new() { PublicUrl = new Uri("https://pim.regent.example/base/") };

    private static MailText Compose(NoticeKind kind, ScheduleRequest request, Principal? by = null, Schedule? schedule = null) =>
        MailComposer.Compose(new MailFacts(kind, Alan, new RequestListing(request, Alan, Role, schedule), by, Addresses));

    private static string[] Lines(string text) => text.Split(['\n', '\r', '\u2028', '\u2029', '\v', '\f', '\u0085']);
}
