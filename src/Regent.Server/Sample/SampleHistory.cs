using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Server.Sample;

/// <summary>A month of asking, deciding and ending, so that every page has something to show.</summary>
internal sealed class SampleHistory
{
    private readonly SamplePast past;
    private readonly SampleCast cast;
    private readonly CancellationToken ct;

    private SampleHistory(SamplePast past, SampleCast cast, CancellationToken ct)
    {
        this.past = past;
        this.cast = cast;
        this.ct = ct;
    }

    /// <summary>Plays it, so that it ends now.</summary>
    public static async Task PlayAsync(SamplePast past, SampleCast cast, DateTimeOffset now, CancellationToken ct)
    {
        var history = new SampleHistory(past, cast, ct);
        await history.PlayWeeksAgoAsync(now);
        await history.PlayLatelyAsync(now);
        await past.PassToAsync(now, ct);
    }

    private async Task PlayWeeksAgoAsync(DateTimeOffset now)
    {
        await past.PassToAsync(now.AddDays(-21), ct);
        await AskAsync("alan", "User Administrator", hours: 2, "Accounts for the new starters in Berlin");

        await past.PassToAsync(now.AddDays(-14), ct);
        var mailboxes = await AskAsync("alan", "Exchange Administrator", hours: 4, "Move the shared mailboxes of Sales", "CHG-1017");
        await past.PassToAsync(now.AddDays(-14).AddMinutes(20), ct);
        await DecideAsync("grace", mailboxes, approve: true, "Agreed in the change meeting");
        await past.PassToAsync(now.AddDays(-14).AddHours(2), ct);
        await past.Get<DeactivateRole>().ExecuteAsync(
            cast.Caller("alan"), SampleCast.Role("Exchange Administrator"), Scope.Tenant, "Done early", ct).ExpectedAsync();

        await past.PassToAsync(now.AddDays(-9), ct);
        var invoices = await AskAsync("alan", "Billing Administrator", hours: 1, "Look up an invoice");
        await past.PassToAsync(now.AddDays(-9).AddHours(1), ct);
        await DecideAsync("barbara", invoices, approve: false, "The finance report on the intranet has it");
    }

    private async Task PlayLatelyAsync(DateTimeOffset now)
    {
        await past.PassToAsync(now.AddDays(-6), ct);
        await AskAsync("katherine", "Helpdesk Administrator", hours: 8, "On call this night");

        await past.PassToAsync(now.AddDays(-5), ct);
        await AskAsync("alan", "Exchange Administrator", hours: 1, "Trace a lost message", "INC-2214");

        await past.PassToAsync(now.AddDays(-3), ct);
        await SignInAsync("ada");
        await AskAsync("alan", "Security Reader", hours: 1, "Weekly look at sign-in reports");

        await past.PassToAsync(now.AddHours(-2), ct);
        await AskAsync("margaret", "Application Administrator", hours: 2, "Renew the certificate of the payroll application");
        await past.PassToAsync(now.AddHours(-1), ct);
        await AskAsync("margaret", "Reports Reader", hours: 8, "Monthly usage report");
    }

    private async Task<RequestId> AskAsync(string who, string role, int hours, string reason, string? ticket = null)
    {
        await SignInAsync(who);
        var ask = new ActivationAsk(cast.Id(who), SampleCast.Role(role), Scope.Tenant)
        {
            Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(hours)),
            Justification = reason,
            Ticket = ticket is null ? null : new Ticket(ticket, "Service desk"),
        };
        return (await past.Get<ActivateRole>().ExecuteAsync(cast.Caller(who), ask, ct).ExpectedAsync()).Id;
    }

    private async Task DecideAsync(string who, RequestId request, bool approve, string words)
    {
        await SignInAsync(who);
        await past.Get<DecideRequest>().ExecuteAsync(cast.Caller(who), request, approve, words, ct).ExpectedAsync();
    }

    private Task SignInAsync(string who) => past.Get<IDirectory>().NoteSignInAsync(cast.Id(who), past.Now, ct);
}
