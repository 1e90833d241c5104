using System.Globalization;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Files;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Phases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Web.Tests.Infrastructure;

public static partial class TestData
{
    /// <summary>An institution with its owner, who is an applicant; sign the owner in with <see cref="SignedInAsync(PortalApp, Institution)"/>.</summary>
    public static async Task<Institution> CreateInstitutionAsync(
        this PortalApp app, string country = "KE", string? name = null, BodyKind kind = BodyKind.CommunityTrainingCentre, PortalUser? owner = null)
    {
        owner ??= await app.CreateUserAsync(PortalRole.Applicant);
        var number = Interlocked.Increment(ref _number);
        name ??= $"Training Institute {number}";
        var institution = new Institution(name, TextFold.Of(name), country, "Town", kind, owner.Id, owner.DisplayName, app.Now());
        await app.StoreAsync(institution);
        await app.AdmitAsync(owner, institution);
        return institution;
    }

    /// <summary>Somebody of an institution, admitted, besides its owner.</summary>
    public static async Task<PortalUser> CreateColleagueAsync(this PortalApp app, Institution institution)
    {
        var user = await app.CreateUserAsync(PortalRole.Applicant);
        await app.WithDbAsync(async db =>
        {
            var stored = await db.Institutions.Include(candidate => candidate.Members).SingleAsync(candidate => candidate.Id == institution.Id);
            stored.Ask(user.Id, user.DisplayName, app.Now());
            await db.SaveChangesAsync();
            stored.Answer(user.Id, admit: true, stored.OwnerId, null, app.Now());
            await db.SaveChangesAsync();
        });
        await app.AdmitAsync(user, institution);
        return user;
    }

    /// <summary>The owner of an institution, signed in.</summary>
    public static async Task<HttpClient> SignedInAsync(this PortalApp app, Institution institution) =>
        await app.SignedInAsync(await app.WithDbAsync(db => db.Users.SingleAsync(user => user.Id == institution.OwnerId)));

    /// <summary>
    /// A candidacy with complete answers: submitted an hour after the call's opening unless another state is asked for; a draft has the answers too,
    /// unless <paramref name="answers"/> says otherwise.
    /// </summary>
    public static async Task<Candidacy> CreateCandidacyAsync(
        this PortalApp app,
        Call call,
        CandidacyState state = CandidacyState.Submitted,
        string country = "KE",
        Institution? institution = null,
        Func<FormSection, IReadOnlyDictionary<string, string>>? answers = null)
    {
        institution ??= await app.CreateInstitutionAsync(country);
        var at = call.OpensAt.AddHours(1);
        var candidacy = new Candidacy(await app.NextReferenceAsync(call), call.Id, institution.Id, country, call.Form.Sections, at);
        var owner = await app.WithDbAsync(db => db.Users.Where(user => user.Id == institution.OwnerId).Select(user => user.DisplayName).SingleAsync());
        var file = await app.StoreFileAsync();
        var documents = new List<EvidenceDocument>();
        foreach (var section in call.Form.Sections)
        {
            var given = answers?.Invoke(section) ?? SampleAnswers(section);
            var sectionState = answers is null ? SectionState.Complete : given.Count == 0 ? SectionState.NotStarted : SectionState.InProgress;
            var missing = answers is null ? 0 : section.Fields.Count(field => field.IsRequired && !given.ContainsKey(field.Key));
            candidacy.Sections.Single(stored => stored.Code == section.Code).Save(given, sectionState, missing, institution.OwnerId, owner, at);
            documents.AddRange(section.Fields.Where(field => answers is null && field is { Kind: FormFieldKind.File, IsRequired: true }).Select(field =>
                new EvidenceDocument(candidacy.Id, section.Code, field.Key, $"{field.Key}.pdf", file.Kind.ContentType(), file.Bytes, file.Sha256, institution.OwnerId, owner, at)));
        }

        candidacy.Saved(owner, at);
        if (state is CandidacyState.Submitted or CandidacyState.Withdrawn)
        {
            var content = SubmittedContent.Of(candidacy, call.Form.Sections.Select(section => section.Code), documents).ToJson();
            candidacy.Submit(content, SubmittedContent.FingerprintOf(content), institution.OwnerId, owner, at, call.DeadlineEndsAt);
        }

        if (state == CandidacyState.Withdrawn)
        {
            candidacy.Withdraw(at, call.DeadlineEndsAt);
        }

        await app.StoreAsync([candidacy, .. documents]);
        return candidacy;
    }

    /// <summary>Right answers to all that a section asks in writing.</summary>
    public static IReadOnlyDictionary<string, string> SampleAnswers(FormSection section) =>
        section.Fields.Where(field => field.Kind != FormFieldKind.File).ToDictionary(field => field.Key, SampleAnswer);

    /// <summary>The bytes of a document that the portal takes.</summary>
    public static byte[] SamplePdf(string text = "sample") => System.Text.Encoding.ASCII.GetBytes($"%PDF-1.4\n%{text}\n%%EOF\n");

    /// <summary>Gives a candidacy a longer deadline, as both have signed it.</summary>
    public static Task ExtendAsync(this PortalApp app, Candidacy candidacy, DateTimeOffset until) => app.WithDbAsync(db =>
        db.Candidacies.Where(stored => stored.Id == candidacy.Id).ExecuteUpdateAsync(set => set.SetProperty(stored => stored.ExtendedUntil, until)));

    private static async Task<StoredFile> StoreFileAsync(this PortalApp app)
    {
        await using var content = new MemoryStream(SamplePdf());
        return await app.Services.GetRequiredService<IFileStore>().SaveAsync(content, "sample.pdf", "File", CancellationToken.None);
    }

    private static string SampleAnswer(FormField field) => field.Kind switch
    {
        FormFieldKind.Number or FormFieldKind.Money => (field.Least is { } least and > 0 ? least + 10 : 10).ToString(CultureInfo.InvariantCulture),
        FormFieldKind.Choice => field.Options[0].Value,
        FormFieldKind.YesNo or FormFieldKind.Checkbox => "true",
        FormFieldKind.Email => "office@example.org",
        FormFieldKind.Phone => "+254 20 222 0000",
        FormFieldKind.Url => "https://example.org/",
        FormFieldKind.Date => "2026-03-01",
        FormFieldKind.LongText => $"What we do about {field.Label.InEnglish}, in a few words that a reviewer can score.",
        _ => $"Answer to {field.Key}",
    };

    private static async Task<string> NextReferenceAsync(this PortalApp app, Call call)
    {
        var phase = await app.WithDbAsync(db => db.Set<Phase>().Where(candidate => candidate.Id == call.PhaseId).Select(candidate => candidate.Number).SingleAsync());
        var number = await app.WithDbAsync(db => db.Candidacies.CountAsync(candidacy => candidacy.CallId == call.Id)) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"DTC{phase}-{call.OpensAt.Year}-{number:D4}");
    }

    private static DateTimeOffset Now(this PortalApp app) => app.Services.GetRequiredService<PortalClock>().Now;

    // the account's membership is a claim of its cookie
    private static async Task AdmitAsync(this PortalApp app, PortalUser user, Institution institution)
    {
        await app.WithAsync<UserManager<PortalUser>>(async users =>
        {
            var stored = await users.FindByIdAsync(user.Id.ToString());
            stored!.InstitutionId = institution.Id;
            await users.UpdateAsync(stored);
        });
        user.InstitutionId = institution.Id;
    }
}
