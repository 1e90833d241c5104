using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DtcPortal.Web.Tests.Calls;

/// <summary>A published call: amendments, questions, committee, what both read.</summary>
public abstract class RunCallTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Post_Amendment_SignedByBoth_MovesTheDeadline_AndIsMailedToDrafts()
    {
        var call = await App.CreateCallAsync();
        await App.CreateCandidacyAsync(call, CandidacyState.Draft);
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        var later = DateOnly.FromDateTime(call.DeadlineLocal).AddDays(14);
        (await manager.SubmitAsync($"/manage/calls/{call.Slug}/amendments", ManageCallTests.Fields(("Input.Text", "Two more weeks."), ("Input.DeadlineOn", $"{later:yyyy-MM-dd}")))).Dispose();
        Assert.Equal(call.DeadlineLocal, await App.WithDbAsync(db => db.Calls.Select(found => found.DeadlineLocal).SingleAsync(Cancel)));
        await App.SignBothAsync($"/committee/calls/{call.Slug}/rules/amendment");

        var stored = await App.WithDbAsync(db => db.Calls.Include(found => found.Amendments).SingleAsync(Cancel));
        Assert.Equal(call.DeadlineLocal.AddDays(14), stored.DeadlineLocal);
        Assert.Equal((1, PortalApp.Start), (Assert.Single(stored.Amendments).Number, stored.Amendments[0].AgreedAt));
        await App.DeliverMailAsync();
        Assert.Contains(App.Mail.Sent, mail => mail.Subject.Contains("amendment 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_AmendmentWithEarlierDeadline_RendersError()
    {
        var call = await App.CreateCallAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var answer = await manager.SubmitAsync($"/manage/calls/{call.Slug}/amendments", ManageCallTests.Fields(("Input.Text", "Sooner"), ("Input.DeadlineOn", "2026-09-20")));
        var page = await answer.DocumentAsync();
        page.AssertErrorsLeadToTheirFields();
        Assert.Contains(page.Messages(), shown => shown.Contains("A deadline never moves earlier.", StringComparison.Ordinal));
        Assert.Equal(0, await App.WithDbAsync(db => db.Set<CallAmendment>().CountAsync(Cancel)));
    }

    [Theory]
    [InlineData(CallState.Draft, 0, "Complete"), InlineData(CallState.Draft, 41, "Deadline passed")]
    [InlineData(CallState.Published, 0, "Opens soon"), InlineData(CallState.Published, 4, "Open"), InlineData(CallState.Open, 31, "Closed")]
    public async Task Get_DatesOfACall_AreTaggedByTheClock(CallState state, int days, string tag)
    {
        var call = await App.CreateCallAsync(state: state);
        App.Time.Advance(TimeSpan.FromDays(days));
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        var link = (await manager.PageAsync($"/manage/calls/{call.Slug}")).QuerySelector("ul.tasks a[href$='/dates']")!;
        Assert.Equal(tag, link.Closest("li")!.QuerySelector(".tag")!.TextContent);
    }

    [Fact]
    public async Task Post_Answer_MakesQuestionAndAnswerPublic()
    {
        var call = await App.CreateCallAsync();
        await App.StoreAsync(new CallQuestion(call.Id, "May two apply together?", App.Time.Now));
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        Assert.Contains("Answer questions on", (await manager.PageAsync("/work")).Body!.TextContent, StringComparison.Ordinal);
        using (var blank = await manager.SubmitAsync($"/manage/calls/{call.Slug}/questions", ManageCallTests.Fields(("Input.Answer", " "))))
        {
            Assert.Contains("Write an answer.", (await blank.DocumentAsync()).Messages());
        }

        (await manager.SubmitAsync($"/manage/calls/{call.Slug}/questions", ManageCallTests.Fields(("Input.Answer", "Yes, one of them leads.")))).Dispose();
        Assert.Equal(PortalApp.Start, await App.WithDbAsync(db => db.CallQuestions.Select(question => question.AnsweredAt).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Post_Committee_IsChanged()
    {
        var call = await App.CreateCallAsync();
        var committee = await App.CommitteeAsync();
        var another = await App.CreateUserAsync(PortalRole.CommitteeMember, Party.Cisco);
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        var address = $"/manage/calls/{call.Slug}/committee";
        (await manager.SubmitAsync(address, ManageCallTests.Fields(("Input.UserId", another.Id.ToString())))).Dispose();
        await ChangeAsync(manager, address, committee.ItuChair.Id, "true");
        await ChangeAsync(manager, address, committee.Members[1].Id, string.Empty);

        var seats = await App.WithDbAsync(db => db.CommitteeMembers.ToListAsync(Cancel));
        Assert.True(seats.Single(seat => seat.UserId == committee.ItuChair.Id).Reviews);
        Assert.Contains(seats, seat => seat.UserId == another.Id && seat.Reviews && seat.Seat == CommitteeSeat.Member);
        Assert.DoesNotContain(seats, seat => seat.UserId == committee.Members[1].Id);
    }

    [Fact]
    public async Task Post_LastCoChairTakenOff_RendersError()
    {
        var call = await App.CreateCallAsync();
        var committee = await App.CommitteeAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var answer = await ChangeAsync(manager, $"/manage/calls/{call.Slug}/committee", committee.ItuChair.Id, string.Empty);
        Assert.Contains("A co-chair of each party stays on the committee.", (await answer.DocumentAsync()).Messages());
    }

    [Fact]
    public async Task Get_RulesOfAnotherCommittee_AreNotFound()
    {
        var call = await App.CreateCallAsync();
        using var stranger = await App.SignedInAsync(PortalRole.CoChair, Party.Itu);
        foreach (var part in new[] { string.Empty, "/needs", "/presence", "/amendment" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync($"/committee/calls/{call.Slug}/rules{part}"));
        }
    }

    [Theory, InlineData(""), InlineData("/needs"), InlineData("/presence"), InlineData("/amendment")]
    public async Task Get_Rules_IsFrugal_InFrenchToo(string part)
    {
        var phase = await App.CreatePhaseAsync();
        await App.CreateNeedsAsync(phase);
        await App.CreatePresenceAsync(Party.Itu, ["KE"]);
        var call = await App.CreateCallAsync(phase);
        using var chair = await App.SignedInAsync((await App.CommitteeAsync()).ItuChair);
        chair.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");
        using var page = await App.Queries.GetFrugallyAsync(chair, $"/committee/calls/{call.Slug}/rules{part}");
    }

    [Fact]
    public async Task Deadlines_AreOpeningAndDeadlineAhead()
    {
        var call = await App.CreateCallAsync(state: CallState.Published);
        await using var scope = App.Services.CreateAsyncScope();
        var source = scope.ServiceProvider.GetServices<IDeadlineSource>().OfType<Application.Calls.CallDeadlines>().Single();
        var ahead = await source.AfterAsync(App.Time.Now, Cancel);
        Assert.Equal([call.OpensAt, call.DeadlineEndsAt], ahead.Select(date => date.At).Order());
    }

    private async Task<HttpResponseMessage> ChangeAsync(HttpClient manager, string address, Guid userId, string reviews)
    {
        var member = await App.WithDbAsync(db => db.CommitteeMembers.Where(seat => seat.UserId == userId).Select(seat => seat.Id).SingleAsync(Cancel));
        var page = await manager.PageAsync(address);
        var token = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(ManageCallTests.Fields(("__RequestVerificationToken", token), ("memberId", member.ToString()), ("reviews", reviews)));
        return await manager.PostAsync(new Uri($"{address}?handler=Change", UriKind.Relative), content, Cancel);
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class RunCallTestsOnSqlite(SqliteApp app) : RunCallTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class RunCallTestsOnMariaDb(MariaDbApp app) : RunCallTests(app);
