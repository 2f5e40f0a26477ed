using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Postgres;

/// <summary>Membership in roles of a PostgreSQL server.</summary>
internal class PostgresTarget(PostgresTargetOptions options, LoginMarks marks) : ITarget, IEndsSessions
{
    protected PostgresConnections Connections { get; } = new(options);

    public Task<IReadOnlyList<TargetFinding>> CheckAsync(CancellationToken ct) => PostgresCheck.RunAsync(Connections, ct);

    public Task<IReadOnlyList<TargetAnswer>> GrantAsync(IReadOnlyList<TargetGrant> grants, CancellationToken ct) =>
        ChangeAsync(grants, grant => grant.Holding, new GrantPlanner(options, marks).Plan, ct);

    public virtual Task<IReadOnlyList<TargetAnswer>> RevokeAsync(IReadOnlyList<Holding> holdings, CancellationToken ct) =>
        ChangeAsync(holdings, one => one, new RevokePlanner(marks).Plan, ct);

    public Task<IReadOnlyList<Observation>> ObserveAsync(IReadOnlyList<Holding> holdings, CancellationToken ct) => Together.RunAsync(
        holdings,
        async some =>
        {
            var facts = await LookAsync(some, ct);
            return [.. some.Select(one => facts.IsHeld(one) ? Observation.Held : Observation.Absent)];
        },
        error => PostgresErrors.Setback(error, ct),
        Observation.Unseen);

    public async Task<TargetList> ListAsync(IReadOnlyCollection<string> entitlements, CancellationToken ct)
    {
        try
        {
            return await Connections.ReadAsync(connection => MemberList.ReadAsync(connection, entitlements, ct), ct);
        }
        catch (Exception error) when (PostgresErrors.Setback(error, ct) is not null)
        {
            return TargetList.Failed(PostgresErrors.Answer(error));
        }
    }

    public virtual Task<IReadOnlyList<TargetAnswer>> EndSessionsAsync(IReadOnlyList<Holding> holdings, CancellationToken ct) =>
        PostgresSessions.EndAsync(Connections, holdings, ct);

    public ValueTask DisposeAsync() => Connections.DisposeAsync();

    protected Task<IReadOnlyList<TargetAnswer>> ChangeAsync<T>(
        IReadOnlyList<T> items, Func<T, Holding> holding, Func<IReadOnlyList<T>, RoleFacts, PostgresChange> plan, CancellationToken ct) =>
        Together.RunAsync(
            items,
            async some =>
            {
                var answers = await ApplyAsync([.. some.Select(holding)], facts => plan(some, facts), ct);
                return [.. answers.Select(answer => answer ?? TargetAnswer.Done)];
            },
            error => PostgresErrors.Setback(error, ct),
            answer => answer);

    /// <summary>Looks, and does what is planned for what was seen.</summary>
    protected virtual async Task<IReadOnlyList<TargetAnswer?>> ApplyAsync(
        IReadOnlyCollection<Holding> holdings, Func<RoleFacts, PostgresChange> plan, CancellationToken ct)
    {
        var facts = await LookAsync(holdings, ct);
        var change = plan(facts);
        if (change.Statements is not [])
        {
            await Connections.WriteAsync(change.Statements, facts.Now, ct);
        }

        return change.Answers;
    }

    private Task<RoleFacts> LookAsync(IReadOnlyCollection<Holding> holdings, CancellationToken ct) =>
        Connections.ReadAsync(connection => RoleLookup.ReadAsync(connection, holdings, ct), ct);
}
