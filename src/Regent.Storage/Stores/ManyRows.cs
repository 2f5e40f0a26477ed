using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Regent.Storage.Stores;

/// <summary>Writes many rows by one statement, which the database takes many times as fast as a statement for each.</summary>
internal static class ManyRows
{
    // Looking each row up by its key locks just those in a serializable transaction; reading the table through would lock all of it.
    private const string ByKey = "set local enable_hashjoin = off; set local enable_mergejoin = off";
    private const string AnyWay = "set local enable_hashjoin = on; set local enable_mergejoin = on";

    /// <summary>Adds rows.</summary>
    public static async Task InsertAsync<TRow>(this RegentDb db, IReadOnlyCollection<TRow> rows, CancellationToken ct)
        where TRow : class
    {
        var type = db.Model.FindEntityType(typeof(TRow))!;
        IProperty[] all = [.. type.GetProperties()];
        var columns = string.Join(", ", all.Select(Column));
        var insert = $"insert into {type.GetTableName()} ({columns}) select {columns} from {Source(db, all)}";
        await db.Database.ExecuteSqlRawAsync(insert, [Json(db, rows, all)], ct);
    }

    /// <summary>Brings these properties of rows up to date.</summary>
    /// <exception cref="DbUpdateConcurrencyException">One of the rows is not there any more.</exception>
    public static async Task UpdateAsync<TRow>(this RegentDb db, IReadOnlyCollection<TRow> rows, IReadOnlyList<string> names, CancellationToken ct)
        where TRow : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var type = db.Model.FindEntityType(typeof(TRow))!;
        var (table, key) = (type.GetTableName(), type.FindPrimaryKey()!.Properties.Single());
        IProperty[] changed = [.. names.Select(name => type.FindProperty(name)!)];
        var sets = string.Join(", ", changed.Select(property => $"{Column(property)} = n.{Column(property)}"));
        IProperty[] given = [key, .. changed];
        var update = $"update {table} set {sets} from {Source(db, given)} where {table}.{Column(key)} = n.{Column(key)}";
        var written = await db.Database.ExecuteSqlRawAsync(
            db is PostgresRegentDb ? $"{ByKey}; {update}; {AnyWay}" : update, [Json(db, rows, given)], ct);
        if (written != rows.Count)
        {
            throw new DbUpdateConcurrencyException($"{rows.Count - written} of {rows.Count} rows to change in {table} are not there any more.");
        }
    }

    private static string Source(RegentDb db, IEnumerable<IProperty> properties) => db is PostgresRegentDb
        ? $"jsonb_to_recordset({{0}}::jsonb) as n ({string.Join(", ", properties.Select(one => $"{Column(one)} {one.GetColumnType()}"))})"
        : $"(select {string.Join(", ", properties.Select(one => $"value ->> '{Column(one)}' as {Column(one)}"))} from json_each({{0}})) as n";

    private static string Json<TRow>(RegentDb db, IEnumerable<TRow> rows, IReadOnlyCollection<IProperty> properties) =>
        JsonSerializer.Serialize(rows.Select(row => properties.ToDictionary(Column, property => Value(db, property, row!))));

    private static object? Value(RegentDb db, IProperty property, object row)
    {
        var value = property.GetGetter().GetClrValue(row);
        var stored = property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;

        // SQLite compares the letters of an id, and its provider writes capital ones.
        return stored is Guid id && db is SqliteRegentDb ? id.ToString("D").ToUpperInvariant() : stored;
    }

    private static string Column(IProperty property) => property.GetColumnName();
}
