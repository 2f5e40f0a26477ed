using Microsoft.EntityFrameworkCore;

namespace Regent.Storage;

/// <summary>Makes contexts of the configured database for everybody who only knows <see cref="RegentDb"/>.</summary>
internal sealed class RegentDbFactory<TDb>(IDbContextFactory<TDb> inner) : IDbContextFactory<RegentDb>
    where TDb : RegentDb
{
    public RegentDb CreateDbContext() => inner.CreateDbContext();

    public async Task<RegentDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await inner.CreateDbContextAsync(cancellationToken);
}
