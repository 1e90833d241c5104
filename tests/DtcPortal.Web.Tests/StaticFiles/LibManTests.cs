using System.Security.Cryptography;
using System.Text.Json;
using DtcPortal.Tests;
using Xunit;

namespace DtcPortal.Web.Tests.StaticFiles;

/// <summary>The libraries under wwwroot/lib are the ones that libman.json declares, byte for byte.</summary>
public sealed class LibManTests
{
    private static readonly string LibraryFolder = RepositoryRoot.PathOf("wwwroot", "lib");

    private sealed record Library(string Name, string Version, string Destination, IReadOnlyList<string> Files);

    [Fact]
    public void EveryLibrary_HasTheFilesThatAreDeclaredAndNoOther()
    {
        var declared = Declared().SelectMany(library => library.Files.Select(file => $"{library.Destination}/{file}"));
        var present = Directory.EnumerateFiles(LibraryFolder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(RepositoryRoot.Folder, path).Replace('\\', '/'))
            .Where(path => path != "wwwroot/lib/SHA256SUMS");

        Assert.Equal(declared.Order(StringComparer.Ordinal), present.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryScriptAndStyleSheet_NamesTheDeclaredVersionInItsBanner()
    {
        foreach (var library in Declared())
        {
            foreach (var file in library.Files.Where(file => Path.GetExtension(file) is ".css" or ".js"))
            {
                using var reader = File.OpenText(RepositoryRoot.PathOf(library.Destination, file));
                var banner = new char[200];
                reader.ReadBlock(banner);
                Assert.Contains($"v{library.Version}", new string(banner), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void EveryFile_HasTheListedChecksum()
    {
        var listed = File.ReadLines(Path.Combine(LibraryFolder, "SHA256SUMS")).Select(line => line.Split("  ", 2)).ToDictionary(line => line[1], line => line[0]);
        var actual = Declared()
            .SelectMany(library => library.Files.Select(file => Path.GetRelativePath(LibraryFolder, RepositoryRoot.PathOf(library.Destination, file)).Replace('\\', '/')))
            .ToDictionary(file => file, file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(LibraryFolder, file)))));

        Assert.Equal(listed.OrderBy(pair => pair.Key, StringComparer.Ordinal), actual.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    private static List<Library> Declared()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.PathOf("libman.json")));
        return [.. manifest.RootElement.GetProperty("libraries").EnumerateArray().Select(Read)];

        static Library Read(JsonElement library)
        {
            var identity = library.GetProperty("library").GetString()!.Split('@');
            return new Library(
                identity[0],
                identity[1],
                library.GetProperty("destination").GetString()!,
                [.. library.GetProperty("files").EnumerateArray().Select(file => file.GetString()!)]);
        }
    }
}
