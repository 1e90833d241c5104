using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DtcPortal.Web.Tests.Candidacies;

/// <summary>A candidacy is started, and what awaits its people until it is submitted.</summary>
public abstract class StartPageTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Post_EligibleCountry_StartsADraftWithAReference()
    {
        await App.CreateCallAsync();
        using var applicant = await App.SignedInAsync(await App.CreateInstitutionAsync());

        using var response = await applicant.SubmitAsync("/candidacies", [new("Input.Country", "GH")]);

        Assert.Equal("/candidacies/DTC1-2026-0001", response.Headers.Location?.ToString());
        var candidacy = await App.WithDbAsync(db => db.Candidacies.AsNoTracking().Include(stored => stored.Sections).SingleAsync(Cancel));
        Assert.Equal(("GH", CandidacyState.Draft, 12), (candidacy.Country, candidacy.State, candidacy.Sections.Count));
    }

    [Theory]
    [InlineData("", "Country where the training will take place: Choose the country where the training will take place.")]
    [InlineData("FR", "Country where the training will take place: This country is not on the call's list of eligible countries.")]
    public async Task Post_CountryMissingOrNotEligible_SaysSo(string country, string message)
    {
        await App.CreateCallAsync();
        using var applicant = await App.SignedInAsync(await App.CreateInstitutionAsync());

        using var response = await applicant.SubmitAsync("/candidacies", [new("Input.Country", country)]);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, (await response.DocumentAsync()).Messages());
        Assert.Equal(0, await App.WithDbAsync(db => db.Candidacies.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Get_TwoOpenCalls_ShowsTheFormOfTheOneThatIsChosen()
    {
        var first = await App.CreateCallAsync();
        var second = await App.CreateCallAsync();
        using var applicant = await App.SignedInAsync(await App.CreateInstitutionAsync());

        var both = await applicant.PageAsync("/candidacies");
        Assert.Empty(both.QuerySelectorAll("main form"));
        Assert.Equal(2, both.QuerySelectorAll("main a[href^='/candidacies?call=']").Length);
        using var started = await applicant.SubmitAsync($"/candidacies?call={second.Slug}", [new("Input.Country", "GH")]);
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        Assert.Equal(second.Id, await App.WithDbAsync(db => db.Candidacies.Select(candidacy => candidacy.CallId).SingleAsync(Cancel)));
        // one call is left, and shows its form
        Assert.Equal(first.Slug, (await applicant.PageAsync("/candidacies")).QuerySelector("main [name='Input.Call']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Post_SecondOfTheInstitution_IsRefusedWithTheFirstsReference()
    {
        await App.CreateCallAsync();
        var institution = await App.CreateInstitutionAsync();
        using var applicant = await App.SignedInAsync(institution);
        var page = await applicant.PageAsync("/candidacies");
        using var first = await applicant.SubmitAsync(page, [new("Input.Country", "KE")]);

        using var second = await applicant.SubmitAsync(page, [new("Input.Country", "GH")]);

        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Contains("Your institution has a candidacy in this call already: DTC1-2026-0001.", string.Join('\n', (await second.DocumentAsync()).Messages()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SentTwiceAtOnce_LeadsToTheOneCandidacy()
    {
        await App.CreateCallAsync();
        using var applicant = await App.SignedInAsync(await App.CreateInstitutionAsync());
        var page = await applicant.PageAsync("/candidacies");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => applicant.SubmitAsync(page, [new("Input.Country", "KE")])));

        Assert.All(answers, answer => Assert.Equal("/candidacies/DTC1-2026-0001", answer.Headers.Location?.ToString()));
        Assert.Equal(1, await App.WithDbAsync(db => db.Candidacies.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Post_AgainOnceItIsSubmitted_IsRefused()
    {
        var call = await App.CreateCallAsync();
        var institution = await App.CreateInstitutionAsync();
        using var applicant = await App.SignedInAsync(institution);
        var page = await applicant.PageAsync("/candidacies");
        var candidacy = await App.CreateCandidacyAsync(call, institution: institution);

        using var again = await applicant.SubmitAsync(page, [new("Input.Country", candidacy.Country)]);

        Assert.Contains($"Your institution has a candidacy in this call already: {candidacy.Reference}.", (await again.DocumentAsync()).ErrorSummary());
    }

    [Theory, InlineData(CallState.Published), InlineData(CallState.Closed), InlineData(CallState.Draft)]
    public async Task Get_CallThatIsNotOpen_IsNotOffered(CallState state)
    {
        var call = await App.CreateCallAsync(state: state);
        var institution = await App.CreateInstitutionAsync();
        using var applicant = await App.SignedInAsync(institution);

        Assert.Contains("No call takes candidacies now.", (await applicant.PageAsync("/candidacies")).Body!.TextContent, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(institution, call));
    }

    [Fact]
    public async Task Start_LeavesAllThatIsRequiredMissing()
    {
        var call = await App.CreateCallAsync();
        var institution = await App.CreateInstitutionAsync();
        var reference = await StartAsync(institution, call);
        using var applicant = await App.SignedInAsync(institution);

        var work = (await applicant.PageAsync("/work")).QuerySelector("main")!.TextContent;

        Assert.Contains($"Finish and submit candidacy {reference}", work, StringComparison.Ordinal);
        Assert.Contains($"{call.Form.Sections.Sum(section => section.Fields.Count(field => field.IsRequired))} things are still missing", work, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithoutInstitution_SaysWhatToDo()
    {
        using var applicant = await App.SignedInAsync(PortalRole.Applicant);

        var page = await applicant.PageAsync("/candidacies");

        Assert.Contains("You are of no institution yet.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/account/profile#colleagues']"));
    }

    [Fact]
    public async Task Get_AskedToJoin_SeesNothingOfTheInstitution()
    {
        var call = await App.CreateCallAsync();
        var institution = await App.CreateInstitutionAsync();
        var candidacy = await App.CreateCandidacyAsync(call, institution: institution);
        var asking = await App.CreateUserAsync(PortalRole.Applicant);
        await App.WithDbAsync(async db =>
        {
            var stored = await db.Institutions.Include(known => known.Members).SingleAsync(known => known.Id == institution.Id, Cancel);
            stored.Ask(asking.Id, asking.DisplayName, PortalApp.Start);
            await db.SaveChangesAsync(Cancel);
        });
        using var applicant = await App.SignedInAsync(asking);

        Assert.DoesNotContain(candidacy.Reference, (await applicant.PageAsync("/candidacies")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await applicant.StatusAsync($"/candidacies/{candidacy.Reference}"));
    }

    [Fact]
    public async Task Start_ByManyAtOnce_GivesEachANumberOfItsOwn()
    {
        var call = await App.CreateCallAsync();
        var institutions = new List<Institution>();
        for (var number = 0; number < 20; number++)
        {
            institutions.Add(await App.CreateInstitutionAsync());
        }

        var references = await Task.WhenAll(institutions.Select(institution => StartAsync(institution, call)));

        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"DTC1-2026-{number:D4}"), references.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Start_ByColleaguesAtOnce_MakesOne()
    {
        var call = await App.CreateCallAsync();
        var institution = await App.CreateInstitutionAsync();

        var started = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => StartAsync(institution, call)));

        Assert.Single(started.Distinct());
        Assert.Equal(1, await App.WithDbAsync(db => db.Candidacies.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Reminders_SevenDaysAndOneDayBefore_GoOnceToEachOfADraft()
    {
        var call = await App.CreateCallAsync();
        var institution = await App.CreateInstitutionAsync();
        await App.CreateColleagueAsync(institution);
        await App.CreateCandidacyAsync(call, CandidacyState.Draft, institution: institution);
        await App.CreateCandidacyAsync(call, country: "GH");

        App.Time.Set(call.DeadlineEndsAt.AddDays(-8));
        Assert.Empty(await RemindAsync());
        App.Time.Set(call.DeadlineEndsAt.AddDays(-7));
        Assert.Equal(2, (await RemindAsync()).Count);
        Assert.Equal(2, (await RemindAsync()).Count);
        App.Time.Set(call.DeadlineEndsAt.AddDays(-1));
        var all = await RemindAsync();
        Assert.Equal(4, all.Count);
        Assert.All(all, mail => Assert.Contains("is complete, but a draft. It counts only once it is submitted.", mail.Body, StringComparison.Ordinal));
        App.Time.Set(call.DeadlineEndsAt);
        Assert.Equal(4, (await RemindAsync()).Count);
    }

    [Fact]
    public async Task Work_OfAnApplicant_FollowsTheCandidacy()
    {
        var call = await App.CreateCallAsync();
        var institution = await App.CreateInstitutionAsync();
        var actor = await ActorOfAsync(institution);
        Assert.StartsWith("Start a candidacy", Assert.Single(await WorkAsync(actor)).What.ToString(), StringComparison.Ordinal);

        var candidacy = await App.CreateCandidacyAsync(call, CandidacyState.Draft, institution: institution);
        var item = Assert.Single(await WorkAsync(actor));
        Assert.Equal(($"/candidacies/{candidacy.Reference}/submit", call.DeadlineEndsAt.AddMinutes(-1)), (item.Address, item.DueAt));

        App.Time.Set(call.DeadlineEndsAt);
        Assert.Empty(await WorkAsync(actor));
    }

    [Fact]
    public async Task Move_AfterTheDeadline_IsNotOffered()
    {
        var call = await App.CreateCallAsync();
        var candidacy = await App.CreateCandidacyAsync(call);
        App.Time.Set(call.DeadlineEndsAt);
        using var applicant = await App.SignedInAsync(await App.WithDbAsync(db => db.Users.SingleAsync(user => user.InstitutionId == candidacy.InstitutionId, Cancel)));
        var page = await applicant.PageAsync($"/candidacies/{candidacy.Reference}/country");
        Assert.Contains("The training takes place in Kenya; this no longer changes.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task Move_SentAfterTheDeadline_SaysWhenItEnded()
    {
        var call = await App.CreateCallAsync();
        var candidacy = await App.CreateCandidacyAsync(call, CandidacyState.Draft, institution: await App.CreateInstitutionAsync());
        using var applicant = await App.SignedInAsync(await App.WithDbAsync(db => db.Users.SingleAsync(user => user.InstitutionId == candidacy.InstitutionId, Cancel)));
        var page = await applicant.PageAsync($"/candidacies/{candidacy.Reference}/country");
        App.Time.Set(call.DeadlineEndsAt);

        using var late = await applicant.SubmitAsync(page, [new("Input.Country", "UG")]);

        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        Assert.Contains(SubmissionTests.Ended, (await late.DocumentAsync()).QuerySelector(".notice-watch")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Move_ToAnotherCountryOfTheList_IsSaved()
    {
        var candidacy = await App.CreateCandidacyAsync(await App.CreateCallAsync(), CandidacyState.Draft, institution: await App.CreateInstitutionAsync());
        using var applicant = await App.SignedInAsync(await App.WithDbAsync(db => db.Users.SingleAsync(user => user.InstitutionId == candidacy.InstitutionId, Cancel)));

        using var refused = await applicant.SubmitAsync($"/candidacies/{candidacy.Reference}/country", [new("Input.Country", "CH")]);
        using var moved = await applicant.SubmitAsync($"/candidacies/{candidacy.Reference}/country", [new("Input.Country", "UG")]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Equal("UG", await App.WithDbAsync(db => db.Candidacies.Select(stored => stored.Country).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Move_AfterASubmission_CountsOnceItIsSubmittedAgain()
    {
        var call = await App.CreateCallAsync();
        var candidacy = await App.CreateCandidacyAsync(call);
        using var applicant = await App.SignedInAsync(await App.WithDbAsync(db => db.Users.SingleAsync(user => user.InstitutionId == candidacy.InstitutionId, Cancel)));
        using var moved = await applicant.SubmitAsync($"/candidacies/{candidacy.Reference}/country", [new("Input.Country", "UG")]);

        var open = await applicant.PageAsync($"/candidacies/{candidacy.Reference}");
        Assert.Contains("Uganda", open.QuerySelector("main h1")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal("KE", await App.WithDbAsync(db => db.Candidacies.Select(stored => stored.Country).SingleAsync(Cancel)));

        App.Time.Set(call.DeadlineEndsAt);
        var closed = await applicant.PageAsync($"/candidacies/{candidacy.Reference}");
        Assert.Contains("Kenya", closed.QuerySelector("main h1")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Application.Mail.OutboxMessage>> RemindAsync()
    {
        await using (var scope = App.Services.CreateAsyncScope())
        {
            foreach (var work in scope.ServiceProvider.GetServices<IDueWork>())
            {
                await work.RunAsync(Cancel);
            }
        }

        await App.DeliverMailAsync();
        return [.. App.Mail.Sent.Where(mail => mail.Subject.EndsWith("is not submitted yet", StringComparison.Ordinal))];
    }

    private async Task<List<WorkItem>> WorkAsync(Actor actor)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var items = new List<WorkItem>();
        foreach (var source in scope.ServiceProvider.GetServices<IWorkSource>())
        {
            items.AddRange(await source.ForAsync(actor, Cancel));
        }

        return items;
    }

    private async Task<string> StartAsync(Institution institution, Call call)
    {
        var actor = await ActorOfAsync(institution);
        return await App.WithAsync<CandidacyService, string>(service => service.StartAsync(new StartCandidacy { Actor = actor, Call = call.Slug, Country = "KE" }, Cancel));
    }

    private async Task<Actor> ActorOfAsync(Institution institution)
    {
        var owner = await App.WithDbAsync(db => db.Users.SingleAsync(user => user.Id == institution.OwnerId, Cancel));
        return new Actor { Id = owner.Id, Name = owner.DisplayName, Roles = new HashSet<PortalRole> { PortalRole.Applicant }, InstitutionId = institution.Id };
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class StartPageTestsOnSqlite(SqliteApp app) : StartPageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class StartPageTestsOnMariaDb(MariaDbApp app) : StartPageTests(app);
