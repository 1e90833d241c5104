using System.Net;
using System.Text.Json;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Candidacies;

/// <summary>A section is written: saved with gaps, never over a colleague's text, with documents.</summary>
public abstract partial class SectionPageTests(PortalApp app) : PageTests(app)
{
    private const string Bandwidth = "Answers[bandwidth]";

    private static readonly Func<FormSection, IReadOnlyDictionary<string, string>> Nothing = _ => new Dictionary<string, string>();

    private Institution _institution = null!;
    private Candidacy _draft = null!;

    private string Address => $"/candidacies/{_draft.Reference}/infrastructure";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _institution = await App.CreateInstitutionAsync();
        _draft = await App.CreateCandidacyAsync(await App.CreateCallAsync(), CandidacyState.Draft, institution: _institution, answers: Nothing);
    }

    [Fact]
    public async Task Post_WithGaps_SavesAndGoesOn()
    {
        using var applicant = await App.SignedInAsync(_institution);

        using var response = await applicant.SubmitAsync(Address, Fields((Bandwidth, "1,5"), ("Answers[labs]", "4")));

        Assert.Equal($"/candidacies/{_draft.Reference}/distance-learning", response.Headers.Location?.ToString());
        var section = await SectionAsync();
        Assert.Equal(("1,5", SectionState.InProgress), (section.Answers["bandwidth"], section.State));
    }

    [Fact]
    public async Task Post_WrongAnswer_IsKeptAndSaidAtItsField()
    {
        using var applicant = await App.SignedInAsync(_institution);

        using var response = await applicant.SubmitAsync(Address, Fields((Bandwidth, "4 to 6"), ("Go", "next")));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.DocumentAsync();
        Assert.Contains("Bandwidth to the labs: Enter a number, such as 4 or 1.5.", page.Messages());
        Assert.Equal("4 to 6", page.QuerySelector("#Answers_bandwidth_")!.GetAttribute("value"));
        Assert.Equal(SectionState.NeedsAttention, (await SectionAsync()).State);
    }

    [Fact]
    public async Task Post_WrongAnswerSentAgain_IsSaidAgain()
    {
        using var applicant = await App.SignedInAsync(_institution);
        var page = await applicant.PageAsync(Address);
        using var first = await applicant.SubmitAsync(page, Fields((Bandwidth, "4 to 6"), ("Go", "next")));

        using var again = await applicant.SubmitAsync(page, Fields((Bandwidth, "4 to 6"), ("Go", "next")));

        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Contains("Bandwidth to the labs: Enter a number, such as 4 or 1.5.", (await again.DocumentAsync()).Messages());
    }

    [Fact]
    public async Task Post_DocumentSentAgain_IsStoredOnce()
    {
        using var applicant = await App.SignedInAsync(_institution);
        var page = await applicant.PageAsync(Address);
        using var first = await applicant.SubmitAsync(page, Fields((Bandwidth, "10"), ("Field", "inventory"), ("Go", "upload")), null, Pdf());

        using var again = await applicant.SubmitAsync(page, Fields((Bandwidth, "10"), ("Field", "inventory"), ("Go", "upload")), null, Pdf());

        Assert.Equal($"{Address}#evidence", again.Headers.Location?.ToString());
        Assert.Equal(1, await App.WithDbAsync(db => db.EvidenceDocuments.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Post_DifferentSections_AreNotInEachOthersWay()
    {
        using var applicant = await App.SignedInAsync(_institution);
        var infrastructure = await applicant.PageAsync(Address);
        using var other = await applicant.SubmitAsync($"/candidacies/{_draft.Reference}/scaling", Fields(("Answers[newSites]", "3")));

        using var response = await applicant.SubmitAsync(infrastructure, Fields((Bandwidth, "10")));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    [Fact]
    public async Task Autosave_AnswersVersion_AndConflict()
    {
        using var applicant = await App.SignedInAsync(_institution);
        var page = await applicant.PageAsync(Address);

        using var saved = await AutosaveAsync(applicant, page, "0", "10");
        using var again = await AutosaveAsync(applicant, page, "0", "20");

        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        using var json = JsonDocument.Parse(await saved.Content.ReadAsStringAsync(Cancel));
        Assert.Equal((await SectionAsync()).Version, json.RootElement.GetProperty("version").GetInt64());
        Assert.Equal(PortalApp.Start, json.RootElement.GetProperty("savedAt").GetDateTimeOffset());
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal("10", (await SectionAsync()).Answers["bandwidth"]);
    }

    [Fact]
    public async Task Autosave_AfterTheDeadline_SaysSo()
    {
        using var applicant = await App.SignedInAsync(_institution);
        var page = await applicant.PageAsync(Address);
        App.Time.Advance(TimeSpan.FromDays(60));

        using var response = await AutosaveAsync(applicant, page, "0", "10");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(
            "The deadline has passed. Candidacies were taken until 23:59 on 15 October 2026 (Nairobi) · 20:59 UTC.", json.RootElement.GetProperty("message").GetString());
        Assert.Empty((await SectionAsync()).Answers);
    }

    [Fact]
    public async Task Post_AfterTheDeadline_KeepsWhatWasTypedOnThePage()
    {
        using var applicant = await App.SignedInAsync(_institution);
        var page = await applicant.PageAsync(Address);
        App.Time.Advance(TimeSpan.FromDays(60));

        using var response = await applicant.SubmitAsync(page, Fields((Bandwidth, "10")));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var shown = await response.DocumentAsync();
        Assert.Contains("The deadline has passed.", shown.Messages());
        Assert.Equal("10", shown.QuerySelector("#Answers_bandwidth_")!.GetAttribute("value"));
        Assert.Contains("Candidacies were taken until 23:59 on 15 October 2026 (Nairobi) · 20:59 UTC.", shown.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithDocument_StoresItAndCompletesTheSection()
    {
        using var applicant = await App.SignedInAsync(_institution);
        var answers = TestData.SampleAnswers(CallForm()).Select(pair => ($"Answers[{pair.Key}]", pair.Value));

        using var response = await applicant.SubmitAsync(Address, Fields([.. answers, ("Field", "inventory"), ("Go", "upload")]), null, Pdf());

        Assert.Equal($"{Address}#evidence", response.Headers.Location?.ToString());
        var document = await App.WithDbAsync(db => db.EvidenceDocuments.SingleAsync(Cancel));
        Assert.Equal(("inventory", "application/pdf"), (document.Field, document.ContentType));
        Assert.Equal(SectionState.Complete, (await SectionAsync()).State);
        using var fetched = await applicant.GetAsync($"/candidacies/{_draft.Reference}/documents/{document.Id}/download", Cancel);
        Assert.Equal("attachment", fetched.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(TestData.SamplePdf(), await fetched.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task Post_FileOfAnotherKind_SaysWhyAndKeepsWhatWasTyped()
    {
        using var applicant = await App.SignedInAsync(_institution);

        using var response = await applicant.SubmitAsync(
            Address, Fields((Bandwidth, "10"), ("Go", "upload")), null, new TestFile("Document", "inventory.pdf", "MZ program"u8.ToArray(), "application/pdf"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("File: This is no PDF, Word, Excel, PNG or JPEG file, whatever its name ends in.", (await response.DocumentAsync()).Messages());
        Assert.Equal("10", (await SectionAsync()).Answers["bandwidth"]);
        Assert.Equal(0, await App.WithDbAsync(db => db.EvidenceDocuments.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Post_LargerThan20MB_Is413()
    {
        using var applicant = await App.SignedInAsync(_institution);
        var page = await applicant.PageAsync(Address);
        var large = new byte[21 * 1024 * 1024];
        TestData.SamplePdf().CopyTo(large, 0);

        using var response = await applicant.SubmitAsync(page, Fields(("Go", "upload")), null, new TestFile("Document", "large.pdf", large, "application/pdf"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.NotNull((await response.DocumentAsync()).QuerySelector($"main a[href='{Address}']"));
    }

    [Theory, InlineData(""), InlineData("/../submit"), InlineData("/../history"), InlineData("/../country")]
    public async Task Get_EachPageOfADraft_SaysUntilWhenItCanBeChanged(string page)
    {
        using var applicant = await App.SignedInAsync(_institution);

        var text = (await applicant.PageAsync(Address + page)).QuerySelector("main")!.TextContent;

        Assert.Contains("It can be changed until 23:59 on", text, StringComparison.Ordinal);
        Assert.Contains("UTC", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_RemoveAndPutBack_UndoesIt()
    {
        using var applicant = await App.SignedInAsync(_institution);
        using var added = await applicant.SubmitAsync(Address, Fields(("Field", "other"), ("Go", "upload")), null, Pdf());
        var id = await App.WithDbAsync(db => db.EvidenceDocuments.Select(document => document.Id).SingleAsync(Cancel));

        using var removed = await applicant.SubmitAsync(Address, Fields(("Go", $"remove:{id}")));
        Assert.NotNull(await RemovedAtAsync());
        using var restored = await applicant.SubmitAsync(Address, Fields(("Go", $"restore:{id}")));

        Assert.Null(await RemovedAtAsync());
        Task<DateTimeOffset?> RemovedAtAsync() => App.WithDbAsync(db => db.EvidenceDocuments.Select(document => document.RemovedAt).SingleAsync(Cancel));
    }

    [Fact]
    public async Task Get_ColleagueHasItOpen_SaysWho()
    {
        var colleague = await App.CreateColleagueAsync(_institution);
        using var other = await App.SignedInAsync(colleague);
        await other.PageAsync(Address);
        using var applicant = await App.SignedInAsync(_institution);

        var page = await applicant.PageAsync(Address);
        var list = await applicant.PageAsync($"/candidacies/{_draft.Reference}");

        Assert.Contains($"{colleague.DisplayName} has this section open now.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{colleague.DisplayName} is here now", list.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, InlineData(PortalRole.Applicant, null), InlineData(PortalRole.ProgrammeManager, Party.Itu), InlineData(PortalRole.PartnerViewer, null)]
    public async Task Get_NotOfTheInstitution_IsNotFound(PortalRole role, Party? party)
    {
        using var stranger = await App.SignedInAsync(role, party);

        Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync(Address));
    }

    [Fact]
    public async Task Get_SectionTheCallDoesNotAsk_IsNotFound()
    {
        using var applicant = await App.SignedInAsync(_institution);

        Assert.Equal(HttpStatusCode.NotFound, await applicant.StatusAsync($"/candidacies/{_draft.Reference}/nothing"));
    }

    [Fact]
    public async Task Get_EachSection_IsFrugal()
    {
        using var applicant = await App.SignedInAsync(_institution);
        foreach (var section in Application.Calls.CallDefaults.Form.Sections)
        {
            using var response = await App.Queries.GetFrugallyAsync(applicant, $"/candidacies/{_draft.Reference}/{section.Code}");
        }
    }

    [Theory, InlineData("inventory", SectionState.Complete), InlineData(EvidenceDocument.Other, SectionState.InProgress)]
    public async Task SaveSections_WithADocument_CountsItWhereItIsAskedFor(string field, SectionState state)
    {
        var actor = await OwnerAsync();
        var form = Application.Calls.CallDefaults.Form.Find("infrastructure")!;
        await App.WithAsync<CandidacyService>(service => service.SaveSectionsAsync(
            new SaveSections
            {
                Actor = actor,
                Reference = _draft.Reference,
                Sections = new Dictionary<string, IReadOnlyDictionary<string, string?>>
                {
                    [form.Code] = TestData.SampleAnswers(form).ToDictionary(pair => pair.Key, pair => (string?)pair.Value),
                },
                Documents =
                [
                    new AttachDocument
                    {
                        Actor = actor, Reference = _draft.Reference, Section = form.Code, Field = field, FileName = "labs.pdf", Content = new MemoryStream(TestData.SamplePdf()),
                    },
                ],
            },
            Cancel));

        Assert.Equal(state, (await SectionAsync()).State);
        Assert.Equal(field, await App.WithDbAsync(db => db.EvidenceDocuments.Where(document => document.CandidacyId == _draft.Id).Select(document => document.Field).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task SaveSections_WithADocumentThatNobodyAskedFor_StoresNothing()
    {
        var actor = await OwnerAsync();
        await Assert.ThrowsAsync<RuleBrokenException>(() => App.WithAsync<CandidacyService>(service => service.SaveSectionsAsync(
            new SaveSections
            {
                Actor = actor,
                Reference = _draft.Reference,
                Sections = new Dictionary<string, IReadOnlyDictionary<string, string?>> { ["infrastructure"] = new Dictionary<string, string?> { ["labs"] = "3" } },
                Documents =
                [
                    new AttachDocument
                    {
                        Actor = actor, Reference = _draft.Reference, Section = "infrastructure", Field = "statutes", FileName = "labs.pdf", Content = new MemoryStream(TestData.SamplePdf()),
                    },
                ],
            },
            Cancel)));
        Assert.Equal(SectionState.NotStarted, (await SectionAsync()).State);
    }

    [Fact]
    public async Task Save_BySeveralAtOnce_TakesOneAndRefusesTheOthers()
    {
        var actor = await OwnerAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            try
            {
                await App.WithAsync<CandidacyService>(service => service.SaveSectionAsync(
                    new SaveSection
                    {
                        Actor = actor, Reference = _draft.Reference, Section = "infrastructure", Version = 0,
                        Answers = new Dictionary<string, string?> { ["labs"] = $"{number + 1}" },
                    },
                    Cancel));
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                return false;
            }
        }));

        Assert.Equal(1, outcomes.Count(isSaved => isSaved));
    }

    private static FormSection CallForm() => Application.Calls.CallDefaults.Form.Find("infrastructure")!;

    private static TestFile Pdf() => new("Document", "inventory.pdf", TestData.SamplePdf(), "application/pdf");

    private static IEnumerable<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) =>
        fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value));

    private static async Task<HttpResponseMessage> AutosaveAsync(HttpClient client, AngleSharp.Html.Dom.IHtmlDocument page, string version, string bandwidth)
    {
        var token = page.QuerySelector("#section input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(Fields(("__RequestVerificationToken", token), ("Version", version), (Bandwidth, bandwidth)));
        return await client.PostAsync(new Uri(page.Address(), page.QuerySelector("#section")!.GetAttribute("data-autosave")!), content, Cancel);
    }

    private async Task<Actor> OwnerAsync()
    {
        var owner = await App.WithDbAsync(db => db.Users.SingleAsync(user => user.Id == _institution.OwnerId, Cancel));
        return new Actor { Id = owner.Id, Name = owner.DisplayName, Roles = new HashSet<PortalRole> { PortalRole.Applicant } };
    }

    private Task<CandidacySection> SectionAsync() =>
        App.WithDbAsync(db => db.CandidacySections.AsNoTracking().SingleAsync(section => section.CandidacyId == _draft.Id && section.Code == "infrastructure", Cancel));
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class SectionPageTestsOnSqlite(SqliteApp app) : SectionPageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class SectionPageTestsOnMariaDb(MariaDbApp app) : SectionPageTests(app);
