using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace DtcPortal.Web.UserInterface;

/// <summary>
/// A page's Input is always named so: where a form sends none of its fields, the framework would leave the name out, and what is wrong would be said
/// at fields that the page does not have.
/// </summary>
internal sealed class InputNames : IBindingMetadataProvider
{
    private const string Input = "Input";

    public void CreateBindingMetadata(BindingMetadataProviderContext context)
    {
        if (context.Key is { MetadataKind: ModelMetadataKind.Property, Name: Input } && context.PropertyAttributes?.OfType<BindPropertyAttribute>().Any() == true)
        {
            context.BindingMetadata.BinderModelName ??= Input;
        }
    }
}
