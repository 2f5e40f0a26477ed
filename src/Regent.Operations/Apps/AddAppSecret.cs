using Regent.Core;
using Regent.Core.Apps;
using Regent.Core.Audit;
using Regent.Operations.Ports;

namespace Regent.Operations.Apps;

/// <summary>Gives a registered program one more secret; those it has stay good, so that it can change over in peace.</summary>
public sealed class AddAppSecret(IUnitOfWork unit, IAppStore apps, IAuditLog audit, AppRights rights, TimeProvider clock)
{
    private const int Most = 5;

    private static readonly Refusal KeepsNone = new(RefusalCode.InvalidAppRegistration, "This program keeps no secret, so it gets none.");

    private static readonly Refusal HasMany = new(
        RefusalCode.InvalidAppRegistration, $"A program has at most {Most} secrets. Remove one that is not used any more.");

    /// <param name="caller">Who wants it.</param>
    /// <param name="id">Which program.</param>
    /// <param name="goodFor">How long it is good; cut to <see cref="AppSecret.Longest"/>.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<AppWithSecret>> ExecuteAsync(Caller caller, AppId id, TimeSpan goodFor, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            return await (await rights.FindAsync(caller, id, now, token)).ThenAsync(async app => app switch
            {
                { IsPublic: true } => (Outcome<AppWithSecret>)KeepsNone,
                { Secrets.Count: >= Most } => HasMany,
                _ => await AddAsync(caller, app, goodFor, now, token),
            });
        },
        ct);

    private async Task<AppWithSecret> AddAsync(Caller caller, RegisteredApp app, TimeSpan goodFor, DateTimeOffset now, CancellationToken ct)
    {
        var (value, kept) = NewSecret.Make(now, goodFor);
        var next = app with { Secrets = [.. app.Secrets, kept] };
        await apps.SaveAsync(next, ct);
        await audit.AppendAsync([AppRecord.Of(now, AuditActivities.AppSecretsUpdated, caller.Id, next) with { Reason = $"Added {kept.Hint}…" }], ct);
        return new AppWithSecret(next, value);
    }
}
