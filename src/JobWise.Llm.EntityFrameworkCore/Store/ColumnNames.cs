using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>Columns are named in small letters with underscores, which no database makes anybody quote.</summary>
internal static class ColumnNames
{
    public static string Of(string property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property);

    /// <summary>Names every property; called after the key, which discovers them.</summary>
    public static void NameColumns(this EntityTypeBuilder builder)
    {
        foreach (var property in builder.Metadata.ClrType.GetProperties())
        {
            builder.Property(property.Name).HasColumnName(Of(property.Name));
        }
    }
}
