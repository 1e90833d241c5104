using System.Globalization;
using DtcPortal.Application.Localization;
using DtcPortal.Domain.Common;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DtcPortal.Web.UserInterface;

/// <summary>Reads numbers as <see cref="NumberText"/> does, whatever the reader's language.</summary>
public sealed class PlainNumberBinder : PlainBinder
{
    /// <summary>Whether the type holds whole numbers only.</summary>
    public static bool IsWhole(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(short);

    /// <inheritdoc />
    protected override object? Read(string typed, Type type)
    {
        if (NumberText.Read(typed) is not { } number || (IsWhole(type) && number != decimal.Truncate(number)))
        {
            return null;
        }

        try
        {
            return Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    protected override string Refusal(IText text, string typed, Type type)
    {
        ArgumentNullException.ThrowIfNull(text);
        // what reads as a number and is none of the type is too great for it
        return NumberText.Read(typed) is { } number && (number == decimal.Truncate(number) || !IsWhole(type)) ? text["Enter a smaller number."]
            : NumberText.MarksThousands(typed) ? text["Write thousands without a comma or point, such as 12000."]
            : IsWhole(type) ? text["Enter a whole number, such as 12."]
            : text["Enter a number, such as 4 or 1.5."];
    }
}

/// <summary>Puts <see cref="PlainNumberBinder"/> before the framework's.</summary>
public sealed class PlainNumberBinderProvider : IModelBinderProvider
{
    /// <inheritdoc />
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var type = context.Metadata.UnderlyingOrModelType;
        return PlainNumberBinder.IsWhole(type) || type == typeof(decimal) || type == typeof(double) ? new PlainNumberBinder() : null;
    }
}
