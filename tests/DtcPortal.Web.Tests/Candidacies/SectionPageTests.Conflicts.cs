using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Candidacies;

/// <summary>Two write one section at once: both versions are shown, and nobody's text is lost.</summary>
public abstract partial class SectionPageTests
{
    [Fact]
    public async Task Post_TwoColleagues_ShowsBothVersionsAndLetsChoose()
    {
        using var applicant = await App.SignedInAsync(_institution);
        using var colleague = await App.SignedInAsync(await App.CreateColleagueAsync(_institution));
        var stale = await applicant.PageAsync(Address);
        using var first = await colleague.SubmitAsync(Address, Fields((Bandwidth, "10"), ("Answers[labs]", "4")));

        using var refused = await applicant.SubmitAsync(stale, Fields((Bandwidth, "20"), ("Answers[labs]", "4")));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var both = await refused.DocumentAsync();
        Assert.Equal(["20", "10"], both.QuerySelectorAll($"input[type=radio][name='{Bandwidth}']").Select(radio => radio.GetAttribute("value")));
        Assert.Equal("10", (await SectionAsync()).Answers["bandwidth"]);
        using var chosen = await applicant.SubmitAsync(both, Fields((Bandwidth, "20")), "#conflict");
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Equal(("20", "4"), ((await SectionAsync()).Answers["bandwidth"], (await SectionAsync()).Answers["labs"]));
    }

    [Fact]
    public async Task Post_TwoColleagues_ProposesTheirsWhereNothingWasTyped()
    {
        using var applicant = await App.SignedInAsync(_institution);
        var person = await App.CreateColleagueAsync(_institution);
        using var colleague = await App.SignedInAsync(person);
        using var before = await applicant.SubmitAsync(Address, Fields((Bandwidth, "5"), ("Answers[labs]", "4")));
        var stale = await applicant.PageAsync(Address);
        using var theirs = await colleague.SubmitAsync(Address, Fields((Bandwidth, "10"), ("Answers[labs]", "6")));

        using var refused = await applicant.SubmitAsync(stale, Fields(("Answers[labs]", "8")));

        var both = await refused.DocumentAsync();
        Assert.Equal(("10", "8"), (ChosenOf(both, Bandwidth), ChosenOf(both, "Answers[labs]")));
        Assert.Contains($"{person.DisplayName} changed this section while you were writing", both.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        using var chosen = await applicant.SubmitAsync(both, form: "#conflict");
        Assert.Equal(("10", "8"), ((await SectionAsync()).Answers["bandwidth"], (await SectionAsync()).Answers["labs"]));
    }

    [Fact]
    public async Task Post_FromTwoWindowsOfOnesOwn_SaysSo()
    {
        using var applicant = await App.SignedInAsync(_institution);
        var stale = await applicant.PageAsync(Address);
        using var first = await applicant.SubmitAsync(Address, Fields((Bandwidth, "10")));

        using var refused = await applicant.SubmitAsync(stale, Fields((Bandwidth, "20")));

        var both = await refused.DocumentAsync();
        Assert.Contains("You changed this section in another window", both.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Keep what you saved in the other window", both.QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutWhatThePageWasOpenedWith_ProposesTheirsWhereMineIsEmpty()
    {
        using var applicant = await App.SignedInAsync(_institution);
        using var colleague = await App.SignedInAsync(await App.CreateColleagueAsync(_institution));
        var stale = await applicant.PageAsync(Address);
        using var theirs = await colleague.SubmitAsync(Address, Fields((Bandwidth, "10"), ("Answers[labs]", "6")));

        using var refused = await applicant.SubmitAsync(stale, Fields(("Answers[labs]", "8"), ("Seen", "")));

        var both = await refused.DocumentAsync();
        Assert.Equal(("10", "8"), (ChosenOf(both, Bandwidth), ChosenOf(both, "Answers[labs]")));
    }

    [Fact]
    public async Task Post_StaleWithARefusedFile_ShowsBothVersions()
    {
        using var applicant = await App.SignedInAsync(_institution);
        using var colleague = await App.SignedInAsync(await App.CreateColleagueAsync(_institution));
        var stale = await applicant.PageAsync(Address);
        using var theirs = await colleague.SubmitAsync(Address, Fields((Bandwidth, "10")));

        using var refused = await applicant.SubmitAsync(
            stale, Fields((Bandwidth, "20"), ("Go", "upload")), null, new TestFile("Document", "inventory.pdf", "MZ program"u8.ToArray(), "application/pdf"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var both = await refused.DocumentAsync();
        Assert.Equal("20", ChosenOf(both, Bandwidth));
        Assert.Contains("This is no PDF, Word, Excel, PNG or JPEG file", both.Body!.TextContent, StringComparison.Ordinal);
    }

    private static string? ChosenOf(AngleSharp.Html.Dom.IHtmlDocument page, string name) => page.QuerySelector($"input[type=radio][name='{name}'][checked]")?.GetAttribute("value");
}
