using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Candidacies;

/// <summary>What the portal finds on a minimum qualification before a person looks.</summary>
/// <param name="Finding">What it finds.</param>
/// <param name="Because">Why, for the one who screens.</param>
public sealed record ComputedFinding(QualificationFinding Finding, Message Because);

/// <summary>What a candidacy says of the minimum qualifications.</summary>
/// <param name="IsCountryListed">Whether its country is on the list that both signed.</param>
/// <param name="Answers">Answers by key of their field, as typed.</param>
/// <param name="Documents">Keys of the fields that have a document.</param>
public sealed record QualificationFacts(bool IsCountryListed, IReadOnlyDictionary<string, string> Answers, IReadOnlySet<string> Documents)
{
    /// <summary>Key of the question whether the body is non-profit.</summary>
    public const string NonProfit = "nonProfit";

    /// <summary>Key of the question what kind of body it is.</summary>
    public const string BodyKind = "bodyKind";

    /// <summary>Key of the question whether it trains at basic level.</summary>
    public const string TrainsBasic = "trainsBasic";

    /// <summary>Key of the question whether it trains at intermediate level.</summary>
    public const string TrainsIntermediate = "trainsIntermediate";

    /// <summary>Key of the question whether it has labs, hardware and software.</summary>
    public const string HasLabs = "hasLabs";

    /// <summary>Kinds of bodies that may apply, as the form's options have them (A2, C1).</summary>
    public static readonly IReadOnlyList<string> Kinds = ["community-training-centre", "academic-unit"];

    /// <summary>The form's option for any other kind of body.</summary>
    public const string OtherKind = "other";

    /// <summary>What a submitted content says.</summary>
    public static QualificationFacts Of(SubmittedContent content, bool isCountryListed)
    {
        var answers = new Dictionary<string, string>();
        foreach (var (key, answer) in content.Sections.SelectMany(section => section.Answers))
        {
            answers.TryAdd(key, answer);
        }

        return new QualificationFacts(isCountryListed, answers, content.Sections.SelectMany(section => section.Documents).Select(document => document.Field).ToHashSet());
    }
}

/// <summary>The checks of minimum qualifications that can be computed (product.md 5): they propose, a person decides.</summary>
public static class QualificationRule
{
    /// <summary>What can be found on a qualification; null where a person has to look.</summary>
    /// <param name="check">What can be computed of it.</param>
    /// <param name="documents">Keys of its fields that take documents and must have one.</param>
    /// <param name="facts">What the candidacy says.</param>
    public static ComputedFinding? Compute(QualificationCheck check, IEnumerable<string> documents, QualificationFacts facts)
    {
        var found = check switch
        {
            QualificationCheck.CountryEligible => Country(facts),
            QualificationCheck.NonProfit => Body(facts),
            QualificationCheck.Levels => Levels(facts),
            QualificationCheck.Labs => Declared(
                facts, QualificationFacts.HasLabs,
                new Message("It says that it has labs, hardware and software."), new Message("It says that it has no labs."), new Message("It does not say whether it has labs.")),
            QualificationCheck.Documents => new ComputedFinding(QualificationFinding.Met, new Message("The documents are there.")),
            _ => null,
        };
        var isMissing = !documents.All(facts.Documents.Contains);
        return found is { Finding: QualificationFinding.Met } && isMissing && check != QualificationCheck.CountryEligible
            ? new ComputedFinding(QualificationFinding.ToClarify, new Message("A document is missing."))
            : found;
    }

    private static ComputedFinding Country(QualificationFacts facts) => facts.IsCountryListed
        ? new ComputedFinding(QualificationFinding.Met, new Message("The country is on the list that both parties signed."))
        : new ComputedFinding(QualificationFinding.NotMet, new Message("The country is not on the list of eligible countries."));

    private static ComputedFinding Body(QualificationFacts facts)
    {
        var profit = Declared(
            facts, QualificationFacts.NonProfit,
            new Message("It says that it is non-profit and of a kind that may apply."), new Message("It says that it is not non-profit."), new Message("It does not say whether it is non-profit."));
        if (profit.Finding == QualificationFinding.NotMet)
        {
            return profit;
        }

        var kind = facts.Answers.GetValueOrDefault(QualificationFacts.BodyKind);
        if (string.IsNullOrEmpty(kind))
        {
            return new ComputedFinding(QualificationFinding.ToClarify, new Message("It does not say what kind of body it is."));
        }

        return QualificationFacts.Kinds.Contains(kind)
            ? profit
            : new ComputedFinding(QualificationFinding.NotMet, new Message("It is neither a community ICT training centre nor a unit of an academic institution."));
    }

    private static ComputedFinding Levels(QualificationFacts facts)
    {
        var basic = Declared(
            facts, QualificationFacts.TrainsBasic,
            new Message("It says that it trains at basic and intermediate levels."), new Message("It says that it does not train at basic level."), new Message("It does not say whether it trains at basic level."));
        return basic.Finding == QualificationFinding.Met
            ? Declared(
                facts, QualificationFacts.TrainsIntermediate,
                new Message("It says that it trains at basic and intermediate levels."),
                new Message("It says that it does not train at intermediate level."), new Message("It does not say whether it trains at intermediate level."))
            : basic;
    }

    private static ComputedFinding Declared(QualificationFacts facts, string key, Message yes, Message no, Message unsaid) => AnswerFormat.YesNo(facts.Answers.GetValueOrDefault(key)) switch
    {
        true => new ComputedFinding(QualificationFinding.Met, yes),
        false => new ComputedFinding(QualificationFinding.NotMet, no),
        null => new ComputedFinding(QualificationFinding.ToClarify, unsaid),
    };
}
