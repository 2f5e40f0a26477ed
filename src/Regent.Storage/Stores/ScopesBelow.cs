using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regent.Core.Roles;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Climbs down the scope tree from some of its scopes.</summary>
internal static class ScopesBelow
{
    private const string Below =
        """
          union
          select scopes.key from scopes join below on scopes.parent_key = below.scope)
        select scopes.* from scopes where key in (select scope from below)
        """;
    private const string InPostgres = "with recursive below(scope) as (select key from scopes where key = any({0}) " + Below;
    private const string InSqlite =
        "with recursive below(scope) as (select key from scopes where key in (select value from json_each({0})) " + Below;

    /// <summary>Those of the scopes that are in the tree and all that lies in them, to be asked about in further queries.</summary>
    public static IQueryable<ScopeRow> Of(RegentDb db, IReadOnlyCollection<Scope> scopes)
    {
        // One parameter carries all keys, so that there may be any number of them.
        var keys = scopes.Select(ScopeRow.KeyOf).Distinct().ToArray();
        return (db is PostgresRegentDb
            ? db.Set<ScopeRow>().FromSqlRaw(InPostgres, (object)keys)
            : db.Set<ScopeRow>().FromSqlRaw(InSqlite, JsonSerializer.Serialize(keys))).AsNoTracking();
    }
}
