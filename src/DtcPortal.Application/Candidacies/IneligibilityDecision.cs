using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>That a candidacy is ineligible: both sign it with its reason, then the applicant is told (product.md 5). The thing signed is the candidacy.</summary>
internal sealed class IneligibilityDecision(PortalDbContext db, MailComposer mail) : IJointDecision
{
    public SignedKind Kind => SignedKind.Ineligibility;

    public async Task<JointContent> DescribeAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        var found = await (
            from candidacy in db.Candidacies.AsNoTracking()
            join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
            join call in db.Calls on candidacy.CallId equals call.Id
            where candidacy.Id == subjectId
            select new { candidacy.Reference, candidacy.Country, candidacy.Eligibility, candidacy.CallId, call.Slug, call.Stage, institution.Name })
            .SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var screening = await db.Screenings.AsNoTracking().Include(stored => stored.Checks)
            .SingleOrDefaultAsync(stored => stored.CandidacyId == subjectId, cancellationToken).OrNotFoundAsync();
        var lines = new List<SignedLine> { new("Candidacy", found.Reference), new("Institution", found.Name), new("Country", ReferenceCatalogue.FindCountry(found.Country)?.NameIn(LocalizedText.English) ?? found.Country) };
        if (screening.IneligibleReason is { } reason)
        {
            lines.AddRange(screening.Checks.Where(check => check.Finding == QualificationFinding.NotMet).OrderBy(check => check.Qualification, StringComparer.Ordinal)
                .Select(check => new SignedLine("Minimum qualification not met", check.Qualification, check.Qualification, check.Reason)));
            lines.Add(new SignedLine("Ineligible because", reason, Reason: screening.IneligibleByName));
        }

        var isReady = screening.IsProposed && found.Eligibility == Eligibility.Open && found.Stage is CallStage.Screening or CallStage.Scoring;
        return new JointContent(
            new Message("Sign that candidacy {0} is ineligible", found.Reference), $"/manage/calls/{found.Slug}/screening/{found.Reference}", lines, found.CallId, isReady);
    }

    public async Task TakeEffectAsync(Guid subjectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var candidacy = await db.Candidacies.SingleAsync(stored => stored.Id == subjectId, cancellationToken);
        var screening = await db.Screenings.SingleAsync(stored => stored.CandidacyId == subjectId, cancellationToken);
        screening.FinishIneligible(now);
        candidacy.SetEligibility(Eligibility.Ineligible);
        var call = await db.Calls.AsNoTracking().Where(stored => stored.Id == candidacy.CallId)
            .Select(stored => new { stored.Title, stored.ContactName, stored.ContactEmail }).SingleAsync(cancellationToken);
        var sheet = await db.SignOffSheets.AsNoTracking().Include(stored => stored.SignOffs)
            .SingleAsync(stored => stored.Kind == SignedKind.Ineligibility && stored.SubjectId == subjectId, cancellationToken);
        foreach (var recipient in await CandidacyPeople.OfAsync(db, candidacy.InstitutionId, cancellationToken))
        {
            mail.Enqueue(new MailDraft
            {
                To = recipient,
                Subject = new Message("Candidacy {0} is not eligible", candidacy.Reference),
                Paragraphs =
                [
                    new Message("Your candidacy {0} to “{1}” does not meet a minimum qualification of the call, so it is not scored.", candidacy.Reference, call.Title),
                    new Message("The reason: {0}", screening.IneligibleReason!),
                    new Message("Signed by {0} for ITU and {1} for Cisco.", sheet.StandingOf(Party.Itu)?.SignerName ?? "–", sheet.StandingOf(Party.Cisco)?.SignerName ?? "–"),
                    new Message("If you have a question about it, write to {0}, {1}.", call.ContactName, call.ContactEmail),
                ],
                Path = $"/candidacies/{candidacy.Reference}/result",
            });
        }
    }
}
