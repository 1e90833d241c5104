using DtcPortal.Tests;
using Xunit;

namespace DtcPortal.Web.Tests.Hosting;

/// <summary>The demonstration's data as a start made it, for tests that begin with it; each takes a copy.</summary>
public sealed class MadeDemo : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async ValueTask InitializeAsync()
    {
        await using var portal = PortalProcess.Start(_folder.Folder, ["--demo"]);
        await portal.AddressAsync();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Puts the database into a test's own folder.</summary>
    public void CopyTo(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder.PathOf("App_Data"));
        foreach (var file in Directory.EnumerateFiles(_folder.PathOf("App_Data"), "portal.db*"))
        {
            File.Copy(file, folder.PathOf("App_Data", Path.GetFileName(file)));
        }
    }
}
