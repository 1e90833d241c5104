using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.UserInterface;

/// <summary>All that is wrong with a form is told at once, in the order of the page, each with its field's name.</summary>
public abstract class FormErrorTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Activity_WithANumberThatIsNone_TellsTheRestToo()
    {
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(await App.CreateCentreAsync()));
        await AssertToldAsync(
            reporter, "/centre/activities/new?kind=training", null,
            [("Input.Title", ""), ("Input.StartsOn", "2026-09-07"), ("Input.EndsOn", "2026-09-01"), ("Input.Women", "many"), ("Input.Men", "-1"), ("Input.Completed", "5"), ("Input.Hours", "10001")],
            [
                "Title: Write a title.",
                "Last day: The last day must not be before the first.",
                "Level: Choose the level of the training.",
                "How it was delivered: Choose how it was delivered.",
                "Whose curriculum: Choose whose curriculum it followed.",
                "Women: Enter a whole number, such as 12.",
                "Men: A number of people is 0 or more.",
                "Hours in total: Hours are from 0 to 10,000.",
            ]);
        Assert.Equal(0, await App.WithDbAsync(db => db.Activities.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Registration_WithoutNameAndWithAWeakPassword_TellsBoth()
    {
        using var visitor = App.Visitor();
        await AssertToldAsync(
            visitor, "/account/register", null,
            [("Input.Name", ""), ("Input.Email", "amina@example.org"), ("Input.Password", "short"), ("Input.Country", "KE"), ("Input.InstitutionName", "A College"), ("Input.Kind", "AcademicUnit")],
            ["Your name: Write your name.", "Password: Use at least 12 characters; several words in a row are good."]);
    }

    [Fact]
    public async Task Password_OldOneWrongAndNewOneWeak_TellsBoth()
    {
        using var applicant = await App.SignedInAsync(PortalRole.Applicant);
        await AssertToldAsync(
            applicant, "/account/profile", "#password", [("OldPassword", "another"), ("NewPassword", "short")],
            ["Present password: This is not your present password.", "New password: Use at least 12 characters; several words in a row are good."]);
    }

    [Fact]
    public async Task Invitation_WithoutNameAndRole_TellsBoth()
    {
        using var admin = await App.SignedInAsync(PortalRole.Administrator);
        await AssertToldAsync(
            admin, "/admin/users/invite", null, [("Input.Name", ""), ("Input.Email", "mei@example.org")],
            ["Name: Write the person's name.", "Roles: Choose a role."]);
    }

    [Fact]
    public async Task Pledge_OfFundsWithoutCentreAndValue_TellsAll()
    {
        await App.CreateCentreAsync();
        var partner = new Domain.Partners.Partner("Network of Academies (demo)", Domain.Partners.PartnerKind.Network, null);
        await App.StoreAsync(partner);
        using var viewer = await App.SignedInAsync(await App.CreateUserAsync(PortalRole.PartnerViewer, with: user => user.PartnerId = partner.Id));
        await AssertToldAsync(
            viewer, "/partners/contributions/pledge", null, [("Input.Centre", ""), ("Input.Kind", "Funding"), ("Input.Description", "Two scholarships"), ("Input.Year", "26")],
            ["Which centre receives it? Choose the centre that receives.", "For which year? Write the year with four digits.", "Value: Funding has a value."]);
    }

    [Fact]
    public async Task Agreement_WithADayAndNumbersThatAreNone_TellsEach()
    {
        var centre = await App.CreateCentreAsync(active: false);
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        await AssertToldAsync(
            manager, $"/manage/centres/{centre.Slug}", "form[action$='handler=Save']",
            [("Input.StartsOn", ""), ("Input.Commitments[Training]", "some"), ("Input.Commitments[PolicyWorkshop]", "2000")],
            ["First day: Write the first day of the agreement.", "Direct training: Enter a whole number, such as 12.", "Workshop for policy makers: A number of activities is from 0 to 1000."]);
    }

    [Fact]
    public async Task Call_JudgedByValuesThatAreNone_TellsEach()
    {
        var manager = await CallAsync();
        await AssertToldAsync(
            manager, "/manage/calls/phase-1/judging", null, [("Input.ReviewsEach", "1"), ("Input.Band", "many"), ("Input.OfferDays", "")],
            [
                "Reviews for each candidacy: Reviews for each candidacy are a whole number from 2 to 10.",
                "Band: Enter a number, such as 4 or 1.5.",
                "Time to answer an offer: Fill in this field.",
            ]);
        await AssertToldAsync(
            manager, "/manage/calls/phase-1/criteria", null, [("Input.Criteria[0].Weight", "heavy"), ("Input.Criteria[1].Weight", "101"), ("Input.Criteria[2].Minimum", "6")],
            ["Weight of C1: Enter a whole number, such as 12.", "Weight of C2: A weight is a whole number from 0 to 100.", "Minimum of C3: The minimum of C3 is from 0 to 5."]);
        await AssertToldAsync(
            manager, "/manage/calls/phase-1/criterion/C1", null, [("Input.Name", ""), ("Input.Anchors[4]", ""), ("Input.Anchors[2]", "")],
            ["Name in English: A criterion has a name.", "4 in English: C1 needs a sentence for each score from 0 to 5.", "2 in English: C1 needs a sentence for each score from 0 to 5."]);
        await AssertToldAsync(
            manager, "/manage/calls/phase-1/contact", null, [("Input.PostalAddress", "A street"), ("Input.ContactName", ""), ("Input.ContactEmail", "nobody")],
            ["Whom to ask: Write whom to ask.", "Mail address: Enter an e-mail address, such as name@example.org."]);
    }

    [Fact]
    public async Task Needs_OfTwoRegionsBelowZero_NamesTheRegions()
    {
        await App.CreatePhaseAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        await AssertToldAsync(
            manager, "/manage/phases/phase-1/needs?from=2019", null, [("Input.Source", ""), ("Input.Rows[0].Value", "-1"), ("Input.Rows[2].Value", "few")],
            ["Source: Write where the figures come from.", "Africa: A need is 0 or more.", "Arab States: Enter a number, such as 4 or 1.5."]);
    }

    [Fact]
    public async Task Targets_TwoWrong_NamesTheIndicators()
    {
        await App.CreateCentreAsync();
        await App.SeedIndicatorsAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        await AssertToldAsync(
            manager, "/manage/targets", null, [("Values[trained-basic]", "many"), ("Values[trained-intermediate]", "-1")],
            ["Target of People trained, basic level: Enter a number, such as 4 or 1.5.", "Target of People trained, intermediate level: A target is 0 or more."]);
    }

    [Fact]
    public async Task Income_TwoWrong_TellsBoth()
    {
        var centre = await App.CreateCentreAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        await AssertToldAsync(
            reporter, "/centre/income?period=2026-Q2", null, [("Input.TrainingFees.Dollars", "-1"), ("Input.Donations.Note", "From whom?"), ("Input.Costs.Dollars", "1.2345")],
            [
                "Training fees: An amount is from 0 to 100,000,000 US dollars.",
                "Donations: Write the amount that the note speaks of.",
                "Costs of the centre’s activities: An amount has two digits after the point at most.",
            ]);
    }

    private async Task<HttpClient> CallAsync()
    {
        await App.CreatePhaseAsync();
        var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var made = await manager.SubmitAsync("/manage/calls/new", new Dictionary<string, string>
        {
            ["Input.Phase"] = "phase-1", ["Input.Title"] = "Call for centres", ["Input.Zone"] = "Africa/Nairobi", ["Input.OpensOn"] = "2026-10-01", ["Input.DeadlineOn"] = "2026-11-30", ["Input.Preset"] = "phase-1",
        });
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return manager;
    }

    private static async Task AssertToldAsync(HttpClient client, string address, string? form, (string Field, string Value)[] typed, string[] told)
    {
        using var answer = await client.SubmitAsync(address, typed.Select(field => KeyValuePair.Create(field.Field, field.Value)), form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(told, (await answer.DocumentAsync()).ErrorSummary());
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class FormErrorTestsOnSqlite(SqliteApp app) : FormErrorTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class FormErrorTestsOnMariaDb(MariaDbApp app) : FormErrorTests(app);
