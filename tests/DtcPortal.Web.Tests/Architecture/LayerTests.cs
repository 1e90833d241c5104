using System.Reflection;
using System.Xml.Linq;
using DtcPortal.Tests;
using Xunit;

namespace DtcPortal.Web.Tests.Architecture;

/// <summary>Web knows Application, Application knows Domain, Domain knows nothing (docs/adr/0002).</summary>
public sealed class LayerTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["DtcPortal.Domain"] = [],
        ["DtcPortal.Application"] = ["DtcPortal.Domain"],
        ["DtcPortal.Migrations.Sqlite"] = ["DtcPortal.Application"],
        ["DtcPortal.Migrations.MySql"] = ["DtcPortal.Application"],
        ["DtcPortal.Web"] = ["DtcPortal.Application", "DtcPortal.Migrations.Sqlite", "DtcPortal.Migrations.MySql"],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory, MemberData(nameof(Projects))]
    public void Project_References_OnlyTheLayersBelow(string project) =>
        Assert.Equal(Allowed[project].Order(), ReferencesOf(project, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r)!).Order());

    [Fact]
    public void Domain_References_NoPackage()
    {
        Assert.Empty(ReferencesOf("DtcPortal.Domain", "PackageReference"));
        Assert.Empty(ReferencesOf("DtcPortal.Domain", "FrameworkReference"));
    }

    [Fact]
    public void DomainAssembly_Uses_NothingButTheRuntime()
    {
        var used = Assembly.Load("DtcPortal.Domain").GetReferencedAssemblies().Select(a => a.Name!);
        Assert.All(used, name => Assert.StartsWith("System.", name));
    }

    [Fact]
    public void ApplicationAssembly_Uses_NothingOfTheWeb()
    {
        var used = Assembly.Load("DtcPortal.Application").GetReferencedAssemblies().Select(a => a.Name!);
        Assert.DoesNotContain(used, name => name.StartsWith("DtcPortal.Web", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal));
    }

    [Fact]
    public void Domain_TouchesNeitherFilesNorNetworkNorClock()
    {
        string[] outside = ["System.IO", "System.Net", "TimeProvider", "Environment.", "Console."];
        var found = RepositoryRoot.Files("src/DtcPortal.Domain", "*.cs")
            .SelectMany(file => outside.Where(File.ReadAllText(file).Contains).Select(word => $"{Path.GetFileName(file)}: {word}"));
        Assert.Empty(found);
    }

    [Fact]
    public void Storage_AppliesEveryConfiguration()
    {
        var applied = File.ReadAllText(RepositoryRoot.Files("src/DtcPortal.Application", "PortalDbContext.Configurations.cs").Single());
        var written = Assembly.Load("DtcPortal.Application").GetTypes()
            .Where(type => !type.IsAbstract && Array.Exists(type.GetInterfaces(), one => one.Name == "IEntityTypeConfiguration`1"));
        Assert.NotEmpty(written);
        Assert.DoesNotContain(written, type => !applied.Contains($"new {type.Name}()", StringComparison.Ordinal));
    }

    [Fact]
    public void Web_ConfiguresNoEntity()
    {
        string[] storage = ["IEntityTypeConfiguration", "ModelBuilder", "OnModelCreating"];
        var found = RepositoryRoot.Files("src/DtcPortal.Web", "*.cs")
            .SelectMany(file => storage.Where(File.ReadAllText(file).Contains).Select(word => $"{Path.GetFileName(file)}: {word}"));
        Assert.Empty(found);
    }

    private static IEnumerable<string> ReferencesOf(string project, string kind) =>
        XDocument.Load(RepositoryRoot.PathOf("src", project, $"{project}.csproj")).Descendants(kind).Select(r => r.Attribute("Include")!.Value.Replace('\\', '/'));
}
