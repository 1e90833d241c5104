using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace DtcPortal.Web.Localization;

/// <summary>Refuses thousands separators: with them "1,5" typed in English would silently become 15.</summary>
internal sealed class NumberBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var loggers = context.Services.GetRequiredService<ILoggerFactory>();
        return context.Metadata.UnderlyingOrModelType switch
        {
            var type when type == typeof(decimal) => new DecimalModelBinder(NumberStyles.Float, loggers),
            var type when type == typeof(double) => new DoubleModelBinder(NumberStyles.Float, loggers),
            _ => null,
        };
    }
}
