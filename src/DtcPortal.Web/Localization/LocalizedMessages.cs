using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace DtcPortal.Web.Localization;

/// <summary>Messages of binding and of annotations come from the same catalogue as all texts.</summary>
internal sealed class LocalizedMessages(IText text) : IConfigureOptions<MvcDataAnnotationsLocalizationOptions>, IConfigureOptions<MvcOptions>
{
    public void Configure(MvcDataAnnotationsLocalizationOptions options)
    {
        var localizer = new CatalogueLocalizer(text);
        options.DataAnnotationLocalizerProvider = (_, _) => localizer;
    }

    public void Configure(MvcOptions options)
    {
        var T = text;
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => T["This value cannot be read."]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => T["This value cannot be read."]);
        messages.SetUnknownValueIsInvalidAccessor(_ => T["This value cannot be read."]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => T["This value cannot be read."]);
        messages.SetValueIsInvalidAccessor(_ => T["This value cannot be read."]);
        messages.SetValueMustBeANumberAccessor(_ => T["Enter a number."]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => T["Enter a number."]);
        messages.SetValueMustNotBeNullAccessor(_ => T["Fill in this field."]);
        messages.SetMissingBindRequiredValueAccessor(_ => T["Fill in this field."]);
        messages.SetMissingKeyOrValueAccessor(() => T["Fill in this field."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => T["Fill in this field."]);
    }

    private sealed class CatalogueLocalizer(IText text) : IStringLocalizer
    {
        public LocalizedString this[string name] => new(name, text[name]);

        public LocalizedString this[string name, params object[] arguments] => new(name, text[name, arguments]);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}

/// <summary>Messages of annotations that say none of their own; the framework's are English only.</summary>
internal sealed class DefaultMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            // some attributes bring the framework's sentence as their own
            if (attribute.ErrorMessageResourceName is null && (attribute.ErrorMessage is null || attribute is DataTypeAttribute))
            {
                attribute.ErrorMessage = MessageFor(attribute) ?? attribute.ErrorMessage;
            }
        }
    }

    // the scan for missing translations reads these by their names
    private static string? MessageFor(ValidationAttribute attribute)
    {
        const string required = "Fill in this field.";
        const string atMost = "Enter at most {1} characters.";
        const string between = "Enter {2} to {1} characters.";
        const string range = "Enter a number from {1} to {2}.";
        const string mail = "Enter an e-mail address, such as name@example.org.";
        const string address = "Enter a web address, such as https://example.org.";
        const string same = "The two are not the same.";
        return attribute switch
        {
            RequiredAttribute => required,
            StringLengthAttribute { MinimumLength: > 0 } => between,
            StringLengthAttribute or MaxLengthAttribute => atMost,
            RangeAttribute => range,
            EmailAddressAttribute => mail,
            UrlAttribute => address,
            CompareAttribute => same,
            _ => null,
        };
    }
}
