using System.Globalization;
using DtcPortal.Application.Localization;
using DtcPortal.Domain.Common;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DtcPortal.Web.UserInterface;

/// <summary>Reads days, and days with a time, as date fields send them; only of years that people mean.</summary>
public sealed class PlainDateBinder : PlainBinder
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <inheritdoc />
    protected override object? Read(string typed, Type type)
    {
        if (!TryRead(typed, out var at) || !MeantYears.Contain(at.Year))
        {
            return null;
        }

        return type == typeof(DateOnly) ? (object)DateOnly.FromDateTime(at) : at;
    }

    /// <inheritdoc />
    protected override string Refusal(IText text, string typed, Type type)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryRead(typed, out _) ? text["Enter a date from 1900 to 2199."] : text["Enter a date, such as 2026-11-30."];
    }

    // a browser without date fields sends what was typed, as the reader's language writes it
    private static bool TryRead(string typed, out DateTime at) =>
        DateTime.TryParseExact(typed, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out at)
        || DateTime.TryParse(typed, CultureInfo.CurrentCulture, DateTimeStyles.NoCurrentDateDefault, out at);
}

/// <summary>Puts <see cref="PlainDateBinder"/> before the framework's.</summary>
public sealed class PlainDateBinderProvider : IModelBinderProvider
{
    /// <inheritdoc />
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(DateOnly) || type == typeof(DateTime) ? new PlainDateBinder() : null;
    }
}
