using System.Reflection;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace DtcPortal.Application.Storage;

/// <summary>
/// Lets EF Core read plain properties by their own getters. Without it, the first use of each property compiles nine small methods,
/// in all a tenth of the time in which the demonstration is made (docs/adr/0014).
/// </summary>
internal sealed class DelegateAccessorsConvention : IModelFinalizedConvention
{
    private static readonly MethodInfo Generic = typeof(DelegateAccessorsConvention).GetMethod(nameof(Use), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <inheritdoc />
    public IModel ProcessModelFinalized(IModel model)
    {
        foreach (var type in model.GetEntityTypes())
        {
            foreach (var property in type.GetProperties().OfType<RuntimeProperty>().Where(IsPlain))
            {
                Generic.MakeGenericMethod(type.ClrType, ((IProperty)property).ClrType).Invoke(null, [property]);
            }
        }

        return model;
    }

    // reading these means no more than calling their getters
    private static bool IsPlain(IProperty property) =>
        property.PropertyInfo is { GetMethod: not null } own && property.FieldInfo?.Name == $"<{own.Name}>k__BackingField"
        && property.ValueGenerated == ValueGenerated.Never && !property.IsKey() && !property.IsForeignKey();

    private static void Use<TEntity, TValue>(RuntimeProperty property)
        where TEntity : class
    {
        var accessors = new Accessors<TEntity, TValue>(property, ((IProperty)property).PropertyInfo!.GetMethod!.CreateDelegate<Func<TEntity, TValue>>());
#pragma warning disable EF1001 // there is no public way
        property.SetGetter<TEntity, TEntity, TValue>(accessors.Get, accessors.HasSentinel, accessors.Get, accessors.HasSentinel);
        property.SetAccessors<TValue>(accessors.Current, accessors.Current, accessors.Original, accessors.Current, accessors.Buffered);
    }

    private sealed class Accessors<TEntity, TValue>(IProperty property, Func<TEntity, TValue> get)
        where TEntity : class
    {
        private readonly TValue sentinel = (TValue)property.Sentinel!;

        public Func<TEntity, TValue> Get => get;

        public bool HasSentinel(TEntity entity) => EqualityComparer<TValue>.Default.Equals(get(entity), sentinel);

        public TValue Current(InternalEntityEntry entry) => get((TEntity)entry.Entity);

        public TValue Original(InternalEntityEntry entry) => entry.ReadOriginalValue<TValue>(property, property.GetOriginalValueIndex());

        public object Buffered(ValueBuffer buffer) => buffer[property.GetIndex()]!;
    }
#pragma warning restore EF1001
}
