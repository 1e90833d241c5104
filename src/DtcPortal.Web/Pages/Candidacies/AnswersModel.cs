using DtcPortal.Application.Candidacies;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;

namespace DtcPortal.Web.Pages.Candidacies;

/// <summary>Answers of a section to read, for the partial _CandidacyAnswers.</summary>
public sealed record AnswersModel
{
    /// <summary>The candidacy's reference, for the links to documents.</summary>
    public required string Reference { get; init; }

    /// <summary>What the section asks.</summary>
    public required FormSection Form { get; init; }

    /// <summary>Answers by key.</summary>
    public required IReadOnlyDictionary<string, string> Answers { get; init; }

    /// <summary>Documents.</summary>
    public required IReadOnlyList<SubmittedDocument> Documents { get; init; }

    /// <summary>What is wrong or missing; null where that is not asked.</summary>
    public SectionCheck? Check { get; init; }

    /// <summary>Whether each answer has a link to where it is changed.</summary>
    public bool CanChange { get; init; }

    /// <summary>The section as it stands in a draft.</summary>
    public static AnswersModel Of(SectionView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new AnswersModel
        {
            Reference = view.Head.Reference,
            Form = view.Form,
            Answers = view.Stored.Answers,
            Documents =
            [
                .. view.Documents.Where(document => document.RemovedAt is null).Select(document =>
                    new SubmittedDocument(document.Id, document.Field, document.FileName, document.ContentType, document.Bytes, document.Sha256)),
            ],
        };
    }

    /// <summary>The section as it was, or would be, submitted.</summary>
    public static AnswersModel Of(string reference, FormSection form, SubmittedContent content, SectionCheck? check = null, bool canChange = false) => new()
    {
        Reference = reference,
        Form = form,
        Answers = content.Find(form.Code)?.Answers ?? new Dictionary<string, string>(),
        Documents = content.Find(form.Code)?.Documents ?? [],
        Check = check,
        CanChange = canChange,
    };

    /// <summary>Documents of a field.</summary>
    public IEnumerable<SubmittedDocument> Of(string field) => Documents.Where(document => document.Field == field);

    /// <summary>Documents that no field asks for.</summary>
    public IReadOnlyList<SubmittedDocument> Further => [.. Documents.Where(document => Form.Fields.All(asked => asked.Key != document.Field))];
}
