using DtcPortal.Application.Calls;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Localization;
using DtcPortal.Web.Hosting;
using DtcPortal.Web.Tests.UserInterface;
using Xunit;

namespace DtcPortal.Web.Tests.Candidacies;

/// <summary>Answers as people read them.</summary>
public sealed class AnswerTextTests
{
    [Theory]
    [InlineData("en", "localCentres", "1", "1 centre")]
    [InlineData("en", "localCentres", "2", "2 centres")]
    [InlineData("en", "localCentres", "0", "0 centres")]
    [InlineData("fr", "institutionsReached", "1", "1 établissement")]
    [InlineData("fr", "institutionsReached", "0", "0 établissement")]
    [InlineData("fr", "institutionsReached", "2", "2 établissements")]
    public void Answer_OfANumberOfThings_AgreesWithIt(string language, string field, string answer, string expected)
    {
        using var culture = new CultureScope(language);
        var asked = CallDefaults.Form.Find("scaling")!.Fields.Single(found => found.Key == field);
        Assert.Equal(expected, new TextCatalogue(typeof(PortalHost).Assembly).Answer(asked, answer));
    }
}
