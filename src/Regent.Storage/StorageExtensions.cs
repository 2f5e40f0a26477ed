using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.EntityFrameworkCore.Models;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Storage.Accounts;
using Regent.Storage.Rows;
using Regent.Storage.Stores;

namespace Regent.Storage;

/// <summary>The storage's one door.</summary>
public static class StorageExtensions
{
    /// <summary>
    /// Keeps Regent's state where connection string "Regent" says: with <c>Host=</c> in PostgreSQL, else in SQLite; without one
    /// in the file <c>regent.db</c> of the data directory (<c>Regent:Data</c>, by default <c>data</c>).
    /// </summary>
    public static IServiceCollection AddRegentStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Regent") is { Length: > 0 } given ? given : null;
        _ = connection?.Contains("Host=", StringComparison.OrdinalIgnoreCase) == true
            ? services.AddPostgres(connection)
            : services.AddSqlite(connection ?? $"Data Source={FileIn(configuration["Regent:Data"] ?? "data")}");
        return services.AddStores().AddAccounts().AddScoped(provider => provider.GetRequiredService<IDbContextFactory<RegentDb>>().CreateDbContext());
    }

    /// <summary>Has OpenIddict keep registered programs and their tokens in Regent's tables. Needs <see cref="AddRegentStorage"/>.</summary>
    public static OpenIddictCoreBuilder UseRegentStorage(this OpenIddictCoreBuilder core)
    {
        core.UseEntityFrameworkCore()
            .UseDbContext<RegentDb>()
            .ReplaceDefaultEntities<AppRow, AppAuthorizationRow, OpenIddictEntityFrameworkCoreScope<Guid>, AppTokenRow, Guid>();
        return core.ReplaceApplicationManager<AppRow, AppManager>();
    }

    /// <summary>Brings the database's tables to this version. Safe to run again, and by several servers at once.</summary>
    public static async Task PrepareRegentStorageAsync(this IServiceProvider services, CancellationToken ct = default)
    {
        var factory = services.GetRequiredService<IDbContextFactory<RegentDb>>();
        await using var db = await factory.CreateDbContextAsync(ct);
        await Preparation.PrepareAsync(db, ct);
    }

    /// <summary>Looks at the database, and writes nothing.</summary>
    public static async Task<StorageState> LookAtRegentStorageAsync(this IServiceProvider services, CancellationToken ct = default)
    {
        var factory = services.GetRequiredService<IDbContextFactory<RegentDb>>();
        await using var db = await factory.CreateDbContextAsync(ct);
        return await Preparation.LookAsync(db, ct);
    }

    private static IServiceCollection AddPostgres(this IServiceCollection services, string connection) => services
        .AddPooledDbContextFactory<PostgresRegentDb>(options => options.UseNpgsql(connection))
        .AddSingleton<IDbContextFactory<RegentDb>, RegentDbFactory<PostgresRegentDb>>()
        .AddSingleton<IClaims, LockedClaims>().AddSingleton<ILanes, LockedLanes>()
        .AddHostedService(provider => ActivatorUtilities.CreateInstance<PostgresNews>(provider, connection));

    private static IServiceCollection AddSqlite(this IServiceCollection services, string connection) => services
        .AddPooledDbContextFactory<SqliteRegentDb>(options => options.UseSqlite(connection).AddInterceptors(new SqlitePragmas()))
        .AddSingleton<IDbContextFactory<RegentDb>, RegentDbFactory<SqliteRegentDb>>()
        .AddSingleton<IClaims, RememberedClaims>().AddSingleton<ILanes, RememberedLanes>();

    private static IServiceCollection AddStores(this IServiceCollection services) => services
        .AddSingleton<Session>()
        .AddSingleton(provider => TenantOf(provider.GetRequiredService<IDbContextFactory<RegentDb>>()))
        .AddSingleton<ChangeFeed>().AddSingleton<IChangeFeed>(provider => provider.GetRequiredService<ChangeFeed>())
        .AddSingleton<UnitOfWork>().AddSingleton<IUnitOfWork>(provider => provider.GetRequiredService<UnitOfWork>())
        .AddSingleton<IDirectory, DirectoryStore>().AddSingleton<IRoleStore, RoleStore>().AddSingleton<IPolicyStore, PolicyStore>()
        .AddSingleton<IScopeStore, ScopeStore>()
        .AddSingleton<IScheduleStore, ScheduleStore>().AddSingleton<IRequestStore, RequestStore>()
        .AddSingleton<IAppStore, AppStore>().AddSingleton<IAlertStore, AlertStore>().AddSingleton<IAlertFacts, AlertFacts>()
        .AddSingleton<ITargetStore, TargetStore>().AddSingleton<ILedger, LedgerStore>()
        .AddSingleton<IAuditLog, AuditLog>().AddSingleton<IMailStore, MailStore>().AddSingleton<IAgenda, AgendaStore>()
        .AddSingleton<ITargetAgenda, TargetAgendaStore>().AddSingleton<ISshDesk, SshDesk>().AddSingleton<IOriginStore, OriginStore>();

    private static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddSingleton(provider => new AccountGuard(provider.GetRequiredService<IUnitOfWork>(), provider.GetRequiredService<Session>()))
        .AddSingleton(provider => new PasswordLinkStore(provider.GetRequiredService<IUnitOfWork>(), provider.GetRequiredService<Session>()))
        .AddSingleton(provider => new SetUpCodeStore(provider.GetRequiredService<IUnitOfWork>(), provider.GetRequiredService<Session>()))
        .AddSingleton(provider => new EndedSessionStore(provider.GetRequiredService<IUnitOfWork>(), provider.GetRequiredService<Session>()))
        .AddSingleton(provider => new TokenKeyStore(provider.GetRequiredService<IUnitOfWork>(), provider.GetRequiredService<Session>()))
        .AddScoped<AccountDb>()
        .AddScoped<IUserStore<Account>>(
            provider => new UserOnlyStore<Account, RegentDb, Guid>(provider.GetRequiredService<AccountDb>().Context));

    // Read once, by whoever asks first after the preparation.
    private static Tenant TenantOf(IDbContextFactory<RegentDb> factory)
    {
        using var db = factory.CreateDbContext();
        return new Tenant(db.Set<TenantRow>().Select(row => row.Id).Single());
    }

    private static string FileIn(string directory)
    {
        Directory.CreateDirectory(directory);
        return Path.Combine(Path.GetFullPath(directory), "regent.db");
    }
}
