using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DtcPortal.Application.Storage;

/// <summary>Kinds of columns that both databases treat alike.</summary>
public static class ColumnExtensions
{
    internal const string KeyText = "Portal:KeyText";
    internal const string LongText = "Portal:LongText";

    /// <summary>A text by which rows are found, such as a slug, reference or normalised mail: compared byte by byte, é is not e, a is not A.</summary>
    public static PropertyBuilder<T> IsKeyText<T>(this PropertyBuilder<T> property, int max)
    {
        property.HasMaxLength(max).HasAnnotation(KeyText, true);
        return property;
    }

    /// <summary>A text without a limit of its own column; others hold 400 characters unless configured.</summary>
    public static PropertyBuilder<T> IsLongText<T>(this PropertyBuilder<T> property)
    {
        property.HasAnnotation(LongText, true);
        return property;
    }

    /// <summary>A small value without rows of its own, kept as JSON; it is not searched in SQL.</summary>
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(JsonColumn.Converter<T>(), JsonColumn.Comparer<T>());
        return property.IsLongText();
    }
}
