using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Application.Files;

/// <summary>The files' services.</summary>
public static class FilesRegistration
{
    /// <summary>Adds them; who calls configures FileStoreOptions.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services) => services.AddSingleton<IFileStore, LocalFileStore>();
}
