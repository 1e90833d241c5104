using System.Text.RegularExpressions;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Partners;
using DtcPortal.Domain.Reporting;
using Xunit;

namespace DtcPortal.Web.Tests.ReferenceData;

public sealed partial class CatalogueTests
{
    [Fact]
    public void Criteria_All_AreC1ToC10AndWeighOneHundred()
    {
        Assert.Equal(Enumerable.Range(1, 10).Select(number => $"C{number}"), ReferenceCatalogue.Criteria.Select(criterion => criterion.Code));
        Assert.Equal(100, ReferenceCatalogue.Criteria.Sum(criterion => criterion.Weight));
    }

    [Fact]
    public void Criteria_Each_HasSixDifferentAnchorsAndKnownSections()
    {
        foreach (var criterion in ReferenceCatalogue.Criteria)
        {
            Assert.Equal(6, criterion.Anchors.Count);
            Assert.Equal(6, criterion.Anchors.Distinct().Count());
            Assert.NotEmpty(criterion.Sections);
            Assert.All(criterion.Sections, slug => Assert.Contains(criterion.Code, ReferenceCatalogue.FindSection(slug)!.Criteria));
        }
    }

    [Fact]
    public void FormSections_All_AreTwelveInTheOrderOfTheirGroups()
    {
        Assert.Equal(12, ReferenceCatalogue.FormSections.Count);
        Assert.Equal(
            ReferenceCatalogue.FormGroups.Select(group => group.Slug),
            ReferenceCatalogue.FormSections.Select(section => section.Group).Distinct());
        AssertUnique(ReferenceCatalogue.FormSections.Select(section => section.Slug));
        AssertUnique(ReferenceCatalogue.FormSections.SelectMany(section => section.Fields).Select(field => field.Key));
    }

    private const int FirstYear = 1960;

    [Fact]
    public void FormFields_Each_CarriesWhatItsKindNeeds()
    {
        foreach (var field in ReferenceCatalogue.FormSections.SelectMany(section => section.Fields))
        {
            Assert.Equal(field.Kind == FormFieldKind.LongText, field.WordLimit is > 0);
            Assert.Equal(field.Kind == FormFieldKind.Choice, field.Options.Count > 1);
            Assert.Equal(field.Kind is FormFieldKind.Number or FormFieldKind.Money, field.Min is not null);
            // a year stands for itself: "2008 year" says nothing more
            Assert.Equal(field.Min is not null and not FirstYear, field.Unit is not null);
            Assert.False(field.Min > field.Max, field.Key);
            Assert.False(field is { Kind: FormFieldKind.LongText, IsFact: true }, field.Key);
            Assert.Matches("^[a-z][A-Za-z]+$", field.Key);
        }
    }

    [Fact]
    public void QualificationPresets_Each_NamesFactsOfTheFormOnly()
    {
        Assert.Equal(["phase-1", "published-since"], ReferenceCatalogue.QualificationPresets.Select(preset => preset.Code));
        foreach (var preset in ReferenceCatalogue.QualificationPresets)
        {
            AssertUnique(preset.Qualifications.Select(qualification => qualification.Code));
            Assert.Equal(QualificationCheck.CountryEligible, preset.Qualifications[0].Check);
            Assert.All(
                preset.Qualifications.SelectMany(qualification => qualification.Fields),
                key => Assert.True(ReferenceCatalogue.FindField(key)?.IsFact, key));
            Assert.All(
                preset.Qualifications.Where(qualification => qualification.Check == QualificationCheck.Documents),
                qualification => Assert.Contains(qualification.Fields, key => ReferenceCatalogue.FindField(key)!.Kind == FormFieldKind.File));
        }
    }

    [Fact]
    public void Indicators_Each_RefersToWhatExists()
    {
        AssertUnique(ReferenceCatalogue.Indicators.Select(indicator => indicator.Code));
        AssertUnique(ReferenceCatalogue.Disaggregations.Select(disaggregation => disaggregation.Code));
        foreach (var indicator in ReferenceCatalogue.Indicators)
        {
            Assert.Contains(ReferenceCatalogue.IndicatorGroups, group => group.Code == indicator.Group);
            Assert.All(indicator.Disaggregations, code => Assert.Contains(ReferenceCatalogue.Disaggregations, item => item.Code == code));
            Assert.All([.. indicator.Numerator, .. indicator.Denominator], AssertExists);
            Assert.False(indicator.Source == IndicatorSource.Computed && indicator.Computation is null, indicator.Code);
        }
    }

    [Fact]
    public void Indicators_Ratios_HaveNumeratorAndDenominatorThatAreNoRatios()
    {
        foreach (var indicator in ReferenceCatalogue.Indicators)
        {
            Assert.Equal(indicator.IsRatio, indicator.Numerator.Count > 0);
            Assert.Equal(indicator.IsRatio, indicator.Denominator.Count > 0);
            Assert.Equal(indicator.IsRatio, indicator.Computation == "ratio");
            Assert.All(
                [.. indicator.Numerator, .. indicator.Denominator],
                term => Assert.Equal(OverCentres.Sum, ReferenceCatalogue.FindIndicator(term.Indicator)!.OverCentres));
        }
    }

    [Theory]
    [InlineData(CommitmentOwner.Cisco, 6)]
    [InlineData(CommitmentOwner.Itu, 10)]
    [InlineData(CommitmentOwner.Centres, 6)]
    public void Commitments_OfAnOwner_AreAsManyAsInTheAnnex(CommitmentOwner owner, int count)
    {
        Assert.Equal(count, ReferenceCatalogue.Commitments.Count(commitment => commitment.Owner == owner));
        AssertUnique(ReferenceCatalogue.Commitments.Select(commitment => commitment.Code));
    }

    [Fact]
    public void Needs2019_Regions_AreThoseOfRules5() =>
        Assert.Equal(
            [
                new(Region.Africa, 71.8m), new(Region.AsiaPacific, 51.6m), new(Region.ArabStates, 48.4m),
                new(Region.Cis, 27.8m), new(Region.Americas, 22.8m), new(Region.Europe, 17.5m),
            ],
            ReferenceCatalogue.Needs2019.Regions);

    [Fact]
    public void Texts_All_AreWrittenInEnglishAndFrench() =>
        Assert.All(Texts(), text => Assert.True(!text.IsBlank && text.Has(LocalizedText.French), text.InEnglish));

    [Fact]
    public void Texts_InFrench_HaveNoBreakingSpaceBeforePunctuation() =>
        Assert.DoesNotContain(Texts(), text => BreakingSpace().IsMatch(text.In(LocalizedText.French)));

    private static IEnumerable<LocalizedText> Texts() =>
    [
        .. ReferenceCatalogue.Criteria.SelectMany(item => item.Anchors.Append(item.Name).Append(item.Description)),
        .. ReferenceCatalogue.FormGroups.Select(item => item.Title),
        .. ReferenceCatalogue.FormSections.SelectMany(item => new[] { item.Title, item.Intro }),
        .. ReferenceCatalogue.FormSections.SelectMany(item => item.Fields).SelectMany(TextsOf),
        .. ReferenceCatalogue.QualificationPresets.Select(item => item.Name),
        .. ReferenceCatalogue.QualificationPresets.SelectMany(item => item.Qualifications).SelectMany(item => new[] { item.Text, item.Evidence }),
        .. ReferenceCatalogue.IndicatorGroups.Select(item => item.Name),
        .. ReferenceCatalogue.Disaggregations.SelectMany(item => item.Parts.Select(part => part.Name).Append(item.Name)),
        .. ReferenceCatalogue.Indicators.SelectMany(item => new[] { item.Name, item.Definition, item.Unit }),
        .. ReferenceCatalogue.Commitments.SelectMany(item => new[] { item.Title, item.Text }),
        ReferenceCatalogue.Needs2019.Index,
    ];

    private static IEnumerable<LocalizedText> TextsOf(FormFieldDefinition field) =>
        new[] { field.Label, field.Hint, field.Unit }.OfType<LocalizedText>().Concat(field.Options.Select(option => option.Label));

    private static void AssertExists(IndicatorTerm term)
    {
        var indicator = ReferenceCatalogue.FindIndicator(term.Indicator);
        Assert.NotNull(indicator);
        if (term.Disaggregation is { } code)
        {
            Assert.Contains(code, indicator.Disaggregations);
            Assert.Contains(ReferenceCatalogue.Disaggregations.Single(item => item.Code == code).Parts, part => part.Code == term.Part);
        }
    }

    private static void AssertUnique(IEnumerable<string> codes) =>
        Assert.Empty(codes.GroupBy(code => code).Where(group => group.Count() > 1).Select(group => group.Key));

    [GeneratedRegex(" [:;?!%»]|« |'|\\d \\d{3}")]
    private static partial Regex BreakingSpace();
}
