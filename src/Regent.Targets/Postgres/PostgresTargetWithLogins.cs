using System.Security.Cryptography;
using Npgsql;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Postgres;

/// <summary>The same where logins exist only as long as they have something.</summary>
internal sealed class PostgresTargetWithLogins(PostgresTargetOptions options, LoginMarks marks)
    : PostgresTarget(options, marks), IClosesDoors, IIssuesCredentials
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private const int PasswordLength = 24;

    /// <summary>How long a password is good whose holder has something without end.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly LoginMarks marks = marks;

    public override async Task<IReadOnlyList<TargetAnswer>> RevokeAsync(IReadOnlyList<Holding> holdings, CancellationToken ct)
    {
        var answers = await base.RevokeAsync(holdings, ct);
        await SpentLogins.RemoveAsync(Connections, marks, ct);
        return answers;
    }

    public override async Task<IReadOnlyList<TargetAnswer>> EndSessionsAsync(IReadOnlyList<Holding> holdings, CancellationToken ct)
    {
        var answers = await base.EndSessionsAsync(holdings, ct);
        await SpentLogins.RemoveAsync(Connections, marks, ct);
        return answers;
    }

    public Task<IReadOnlyList<TargetAnswer>> CloseAsync(IReadOnlyList<Holding> holdings, CancellationToken ct) =>
        ChangeAsync(holdings, one => one, PlanClosing, ct);

    public async Task<Outcome<Credential>> IssueAsync(CredentialAsk ask, CancellationToken ct)
    {
        var until = ask.Until ?? ask.Now + Longest;
        if (until <= ask.Now)
        {
            return No("What you hold has ended.");
        }

        try
        {
            return await Connections.InTurnAsync(marks.Turn, connection => PlanIssuingAsync(ask, until, connection, ct), ct);
        }
        catch (Exception error) when (PostgresErrors.Setback(error, ct) is not null)
        {
            return No($"The server did not take a password: {PostgresErrors.Answer(error).Words}");
        }
    }

    // What is taken back at the same moment comes before this, and there is nothing left to get in for, or after, and ends the password too.
    protected override Task<IReadOnlyList<TargetAnswer?>> ApplyAsync(
        IReadOnlyCollection<Holding> holdings, Func<RoleFacts, PostgresChange> plan, CancellationToken ct) => Connections.InTurnAsync(
        marks.Turn,
        async connection =>
        {
            var change = plan(await RoleLookup.ReadAsync(connection, holdings, ct));
            return (change.Answers, change.Statements);
        },
        ct);

    private async Task<(Outcome<Credential> Result, IReadOnlyList<string> Statements)> PlanIssuingAsync(
        CredentialAsk ask, DateTimeOffset until, NpgsqlConnection connection, CancellationToken ct)
    {
        var facts = await RoleLookup.ReadAsync(connection, [.. ask.Entitlements.Select(one => new Holding(ask.Account, one))], ct);
        if (Obstacle(ask, facts) is { } obstacle)
        {
            return (No(obstacle), []);
        }

        var password = RandomNumberGenerator.GetString(Alphabet, PasswordLength);
        return (new Credential("Password", password, until), [.. TemporaryLogin.Issue(ask.Account, ScramVerifier.Of(password), until, marks)]);
    }

    private static Refusal No(string message) => new(RefusalCode.CredentialNotAvailable, message);

    private string? Obstacle(CredentialAsk ask, RoleFacts facts) => facts.Role(ask.Account) switch
    {
        null => $"The login {ask.Account} is not there yet. Try again when your access has arrived.",
        var role when !role.IsMarked(marks) => $"The login {ask.Account} is not one that Regent made, and keeps its own password.",
        _ when !ask.Entitlements.Any(one => facts.IsHeld(new Holding(ask.Account, one))) =>
            $"The login {ask.Account} has nothing yet. Try again when your access has arrived.",
        { } role when role.Comment == marks.Closed => $"The login {ask.Account} takes no new sessions, because its end is near.",
        _ => null,
    };

    private PostgresChange PlanClosing(IReadOnlyList<Holding> holdings, RoleFacts facts)
    {
        var held = holdings.Where(facts.IsHeld).ToHashSet();
        var answers = holdings.Select(one => held.Contains(one) ? Obstacle(one.Account, held, facts) : TargetAnswer.Done).ToArray();
        var closing = holdings.Where((_, index) => answers[index] is null).Select(one => one.Account).Distinct();
        return new PostgresChange(answers, [.. closing.SelectMany(account => TemporaryLogin.Close(account, marks))]);
    }

    private TargetAnswer? Obstacle(string account, HashSet<Holding> closing, RoleFacts facts) => facts.Role(account) switch
    {
        { } role when !role.IsMarked(marks) => StaysOpen($"{account} is not a login that Regent made."),
        { CanLogin: false } or null => TargetAnswer.Done,
        var role when role.Memberships > closing.Count(one => one.Account == account) =>
            StaysOpen($"{account} has other roles as well."),
        _ => null,
    };

    // No failure: there is nothing to try again, and the end comes as it is planned.
    private static TargetAnswer StaysOpen(string why) => TargetAnswer.Done with { Words = $"Cannot close: {why}" };
}
