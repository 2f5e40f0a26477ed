using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Regent.Storage.Conventions;

/// <summary>Names tables' parts the way people type them in SQL: snake_case, without quotes. Names given by hand stay.</summary>
internal sealed class SnakeCaseNames : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes().Where(entity => !entity.IsMappedToJson()))
        {
            NameTable(entity);
            NameConstraints(entity);
        }
    }

    private static void NameTable(IConventionEntityType entity)
    {
        if (entity.GetTableName() is { } table)
        {
            entity.Builder.ToTable(SnakeCase(table));
        }

        foreach (var property in entity.GetProperties())
        {
            property.Builder.HasColumnName(SnakeCase(property.GetColumnName()));
        }
    }

    private static void NameConstraints(IConventionEntityType entity)
    {
        foreach (var key in entity.GetKeys().Where(key => key.GetName() is not null))
        {
            key.Builder.HasName(SnakeCase(key.GetName()!));
        }

        foreach (var foreignKey in entity.GetForeignKeys().Where(foreignKey => foreignKey.GetConstraintName() is not null))
        {
            foreignKey.Builder.HasConstraintName(SnakeCase(foreignKey.GetConstraintName()!));
        }

        foreach (var index in entity.GetIndexes().Where(index => index.GetDatabaseName() is not null))
        {
            index.Builder.HasDatabaseName(SnakeCase(index.GetDatabaseName()!));
        }
    }

    private static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name).Replace("__", "_", StringComparison.Ordinal);
}
