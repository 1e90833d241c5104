using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace DtcPortal.Application.Storage;

public sealed partial class PortalDbContext
{
    // what is stored carries no attributes: looking for them on every property takes a tenth of the time in which the model is built
    private static readonly Type[] AttributeConventions =
    [
        typeof(BackingFieldAttributeConvention), typeof(ComplexTypeAttributeConvention), typeof(ConcurrencyCheckAttributeConvention),
        typeof(DatabaseGeneratedAttributeConvention), typeof(DeleteBehaviorAttributeConvention), typeof(EntityTypeConfigurationAttributeConvention),
        typeof(ForeignKeyAttributeConvention), typeof(IndexAttributeConvention), typeof(InversePropertyAttributeConvention), typeof(KeyAttributeConvention),
        typeof(KeylessAttributeConvention), typeof(MaxLengthAttributeConvention), typeof(NavigationBackingFieldAttributeConvention),
        typeof(NotMappedMemberAttributeConvention), typeof(NotMappedTypeAttributeConvention), typeof(OwnedAttributeConvention), typeof(PrecisionAttributeConvention),
        typeof(RelationalColumnAttributeConvention), typeof(RelationalColumnCommentAttributeConvention), typeof(RelationalDbFunctionAttributeConvention),
        typeof(RelationalNavigationJsonPropertyNameAttributeConvention), typeof(RelationalPropertyJsonPropertyNameAttributeConvention),
        typeof(RelationalTableAttributeConvention), typeof(RelationalTableCommentAttributeConvention), typeof(RequiredNavigationAttributeConvention),
        typeof(RequiredPropertyAttributeConvention), typeof(StringLengthAttributeConvention), typeof(TimestampAttributeConvention), typeof(UnicodeAttributeConvention),
    ];

    private static void ChooseConventions(ModelConfigurationBuilder model)
    {
        foreach (var convention in AttributeConventions)
        {
            model.Conventions.Remove(convention);
        }

        model.Conventions.Add(_ => new DelegateAccessorsConvention());
    }
}
