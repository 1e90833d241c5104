using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DtcPortal.Web.UserInterface;

/// <summary>What the pages' pieces need.</summary>
public static class UserInterfaceRegistration
{
    /// <summary>Adds the pieces' services.</summary>
    public static IServiceCollection AddUserInterface(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Moments>();
        services.AddSingleton<CookieTempDataProvider>();
        services.AddSingleton<ITempDataProvider, NoticesCookie>();
        services.AddSingleton<ApprovedFigures>();
        services.AddSingleton<IApprovedFigures>(provider => provider.GetRequiredService<ApprovedFigures>());
        services.AddHostedService(provider => provider.GetRequiredService<ApprovedFigures>());
        return services;
    }
}
