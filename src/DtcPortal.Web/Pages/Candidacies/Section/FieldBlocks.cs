using DtcPortal.Domain.Calls;

namespace DtcPortal.Web.Pages.Candidacies.Section;

/// <summary>How the fields of a section are laid out.</summary>
public static class FieldBlocks
{
    /// <summary>Figures that follow each other are one block, all else stands alone; documents come below.</summary>
    public static IEnumerable<IReadOnlyList<FormField>> Of(FormSection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var figures = new List<FormField>();
        foreach (var field in form.Fields.Where(field => field.Kind != FormFieldKind.File))
        {
            if (field.Kind is FormFieldKind.Number or FormFieldKind.Money)
            {
                figures.Add(field);
                continue;
            }

            if (figures.Count > 0)
            {
                yield return [.. figures];
                figures.Clear();
            }

            yield return [field];
        }

        if (figures.Count > 0)
        {
            yield return figures;
        }
    }
}
