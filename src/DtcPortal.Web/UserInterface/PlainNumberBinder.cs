using System.Globalization;
using DtcPortal.Application.Localization;
using DtcPortal.Domain.Common;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DtcPortal.Web.UserInterface;

/// <summary>Reads numbers as <see cref="NumberText"/> does, whatever the reader's language.</summary>
public sealed class PlainNumberBinder : IModelBinder
{
    /// <summary>Whether the type holds whole numbers only.</summary>
    public static bool IsWhole(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(short);

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
        var type = bindingContext.ModelMetadata.UnderlyingOrModelType;
        if (string.IsNullOrEmpty(typed))
        {
            if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
            {
                bindingContext.Result = ModelBindingResult.Success(null);
            }
            else
            {
                Refuse(bindingContext, type, typed);
            }
        }
        else if (TryRead(typed, type, out var value))
        {
            bindingContext.Result = ModelBindingResult.Success(value);
        }
        else
        {
            Refuse(bindingContext, type, typed);
        }

        return Task.CompletedTask;
    }

    private static bool TryRead(string typed, Type type, out object? value)
    {
        value = null;
        if (NumberText.Read(typed) is not { } number || (IsWhole(type) && number != decimal.Truncate(number)))
        {
            return false;
        }

        try
        {
            value = Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static void Refuse(ModelBindingContext context, Type type, string? typed)
    {
        var text = context.HttpContext.RequestServices.GetRequiredService<IText>();
        var message = typed is not null && NumberText.MarksThousands(typed) ? text["Write thousands without a comma or point, such as 12000."]
            : IsWhole(type) ? text["Enter a whole number, such as 12."]
            : text["Enter a number, such as 4 or 1.5."];
        context.ModelState.TryAddModelError(context.ModelName, message);
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
