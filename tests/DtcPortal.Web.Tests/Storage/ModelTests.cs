using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Internal;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DtcPortal.Web.Tests.Storage;

/// <summary>That EF Core reads properties as its own expressions would, though the portal gives it getters to read them by (docs/adr/0014).</summary>
public abstract class ModelTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public void Getters_ReadWhatEfCoreWouldRead()
    {
        var compared = 0;
        foreach (var property in Properties().Where(property => property.PropertyInfo is { GetMethod: not null } own && own.GetIndexParameters().Length == 0))
        {
#pragma warning disable EF1001 // what EF Core makes when nothing else is given
            var expected = ClrPropertyGetterFactory.Instance.Create(property);
#pragma warning restore EF1001
            var actual = property.GetGetter();
            foreach (var entity in new[] { Empty(property), Filled(property) })
            {
                Assert.Equal(expected.GetClrValueUsingContainingEntity(entity), actual.GetClrValueUsingContainingEntity(entity));
                Assert.Equal(expected.HasSentinelUsingContainingEntity(entity), actual.HasSentinelUsingContainingEntity(entity));
            }

            compared++;
        }

        Assert.True(compared > 500, $"Only {compared} properties were compared.");
    }

    [Fact]
    public async Task Entries_KnowPresentAndFormerValues()
    {
        var user = await App.CreateUserAsync(PortalRole.Applicant);
        await App.WithDbAsync(async db =>
        {
            var stored = await db.Users.SingleAsync(one => one.Id == user.Id, Cancel);
            Assert.All(db.Entry(stored).Properties, property => Assert.Equal(property.OriginalValue, property.CurrentValue));
            stored.DisplayName = "Somebody else";
            var name = db.Entry(stored).Property(one => one.DisplayName);
            Assert.Equal((user.DisplayName, "Somebody else", true), (name.OriginalValue, name.CurrentValue, name.IsModified));
        });
    }

    [Fact]
    public void StoredTypes_CarryNoAttributesOfMapping_SinceNoConventionReadsThem()
    {
        var attributes = Properties().Select(property => property.DeclaringType.ClrType).Distinct()
            .SelectMany(type => type.GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Append<MemberInfo>(type))
            .SelectMany(member => member.CustomAttributes.Select(attribute => (Member: member.Name, Type: attribute.AttributeType)))
            .Where(attribute => attribute.Type.Namespace is { } space
                && (space.StartsWith("System.ComponentModel.DataAnnotations", StringComparison.Ordinal) || space.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)));
        Assert.Empty(attributes);
    }

    private IEnumerable<IProperty> Properties()
    {
        using var db = App.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();
        return [.. db.Model.GetEntityTypes().SelectMany(type => type.GetProperties())];
    }

    private static object Empty(IProperty property) => RuntimeHelpers.GetUninitializedObject(property.DeclaringType.ClrType);

    private static object Filled(IProperty property)
    {
        var entity = Empty(property);
        property.FieldInfo?.SetValue(entity, Something(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType));
        return entity;
    }

    private static object? Something(Type type) => type switch
    {
        { IsEnum: true } => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1),
        _ when type == typeof(string) => "text",
        _ when type == typeof(bool) => true,
        _ when type == typeof(Guid) => Guid.CreateVersion7(),
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch.AddDays(1),
        _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 5),
        _ when type.IsPrimitive || type == typeof(decimal) => Convert.ChangeType(7, type, CultureInfo.InvariantCulture),
        { IsInterface: true } or { IsArray: true } => null,
        _ => RuntimeHelpers.GetUninitializedObject(type),
    };
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class ModelTestsOnSqlite(SqliteApp app) : ModelTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class ModelTestsOnMariaDb(MariaDbApp app) : ModelTests(app);
