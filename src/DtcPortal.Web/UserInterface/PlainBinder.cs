using DtcPortal.Application.Localization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DtcPortal.Web.UserInterface;

/// <summary>Binds a value that people type: nothing where nothing is asked for, else what can be read, else a sentence at the field.</summary>
public abstract class PlainBinder : IModelBinder
{
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
        var typed = result.FirstValue?.Trim() ?? string.Empty;
        var type = bindingContext.ModelMetadata.UnderlyingOrModelType;
        if (typed.Length == 0 && bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else if (Read(typed, type) is { } value)
        {
            bindingContext.Result = ModelBindingResult.Success(value);
        }
        else
        {
            var text = bindingContext.HttpContext.RequestServices.GetRequiredService<IText>();
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Refusal(text, typed, type));
        }

        return Task.CompletedTask;
    }

    /// <summary>The value; null when the text is none.</summary>
    /// <param name="typed">What was typed, trimmed.</param>
    /// <param name="type">The type that is asked for, without its null.</param>
    protected abstract object? Read(string typed, Type type);

    /// <summary>Why the text is no value.</summary>
    protected abstract string Refusal(IText text, string typed, Type type);
}
