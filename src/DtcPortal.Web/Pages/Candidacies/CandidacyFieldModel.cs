using DtcPortal.Domain.Calls;

namespace DtcPortal.Web.Pages.Candidacies;

/// <summary>A field of the call's form with its answer, for the partial _CandidacyField.</summary>
/// <param name="Field">What is asked.</param>
/// <param name="Value">The answer as typed.</param>
public sealed record CandidacyFieldModel(FormField Field, string? Value)
{
    private const int WordsALine = 12;
    private const int MostRows = 12;

    /// <summary>The input's name.</summary>
    public string Name { get; init; } = AnswerNames.Of(Field);

    /// <summary>Lines of a narrative: what its words need, within reason.</summary>
    public int Rows => Math.Clamp((Field.WordLimit ?? 100) / WordsALine, 4, MostRows);
}
