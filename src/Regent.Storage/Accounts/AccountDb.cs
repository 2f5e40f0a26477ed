using Microsoft.EntityFrameworkCore;

namespace Regent.Storage.Accounts;

/// <summary>
/// The context of one scope's account store. In a scope made inside a unit of work it is the unit's, so that what happens to
/// the account and its entry in the audit log are one commit.
/// </summary>
internal sealed class AccountDb(Session session, IDbContextFactory<RegentDb> factory) : IDisposable
{
    private RegentDb? own;

    public RegentDb Context => session.Unit ?? (own ??= factory.CreateDbContext());

    public void Dispose() => own?.Dispose();
}
