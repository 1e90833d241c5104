using System.Globalization;
using DtcPortal.Application.Localization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DtcPortal.Web.UserInterface;

/// <summary>Reads days, and days with a time, as date fields send them. A year that nobody means, such as 0026 or 9999, is refused at its field.</summary>
public sealed class PlainDateBinder : IModelBinder
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <inheritdoc />
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var result = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (result == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, result);
        var typed = result.FirstValue?.Trim();
        var text = bindingContext.HttpContext.RequestServices.GetRequiredService<IText>();
        if (string.IsNullOrEmpty(typed) && bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else if (!TryRead(typed, out var at))
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, text["Enter a date, such as 2026-11-30."]);
        }
        else if (at.Year is < FirstYear or > LastYear)
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, text["Enter a date from 1900 to 2199."]);
        }
        else
        {
            bindingContext.Result = ModelBindingResult.Success(bindingContext.ModelMetadata.UnderlyingOrModelType == typeof(DateOnly) ? DateOnly.FromDateTime(at) : at);
        }

        return Task.CompletedTask;
    }

    // a browser without date fields sends what was typed, as the reader's language writes it
    private static bool TryRead(string? typed, out DateTime at) =>
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
