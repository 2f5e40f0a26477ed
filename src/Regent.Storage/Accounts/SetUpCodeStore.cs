using Microsoft.EntityFrameworkCore;
using Regent.Operations.Ports;

namespace Regent.Storage.Accounts;

/// <summary>Keeps the one set-up code, which is only ever there while nobody has an account.</summary>
public sealed class SetUpCodeStore
{
    private readonly IUnitOfWork unit;
    private readonly Session session;

    internal SetUpCodeStore(IUnitOfWork unit, Session session)
    {
        this.unit = unit;
        this.session = session;
    }

    /// <summary>Whether nobody has an account.</summary>
    public Task<bool> IsNeededAsync(CancellationToken ct) => session.ReadAsync(async db => !await db.Users.AnyAsync(ct), ct);

    /// <summary>Puts a code in the place of the one before; false, and none is left, when somebody has an account.</summary>
    public Task<bool> ReplaceAsync(byte[] hash, DateTimeOffset now, CancellationToken ct) => WriteAsync(
        async db =>
        {
            await db.SetUpCodes.ExecuteDeleteAsync(ct);
            if (await db.Users.AnyAsync(ct))
            {
                return false;
            }

            db.SetUpCodes.Add(new SetUpCode { Hash = hash, CreatedAt = now });
            return true;
        },
        ct);

    /// <summary>Uses the code up; false when it is another one, was used, or is not needed any more.</summary>
    public Task<bool> TryTakeAsync(byte[] hash, CancellationToken ct) => WriteAsync(
        async db => await db.SetUpCodes.Where(row => row.Hash == hash && !db.Users.Any()).ExecuteDeleteAsync(ct) == 1, ct);

    private Task<T> WriteAsync<T>(Func<RegentDb, Task<T>> write, CancellationToken ct) =>
        unit.RunAsync(token => session.WriteAsync(write, token), ct);
}
