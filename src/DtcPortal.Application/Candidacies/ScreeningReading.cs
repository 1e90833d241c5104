using DtcPortal.Application.Accounts;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>Puts together what one screens, in a fixed number of queries.</summary>
internal static class ScreeningReading
{
    public static async Task<ScreeningView> ReadAsync(PortalDbContext db, SigningQueries signing, CandidacyHead head, Actor reader, CancellationToken cancellationToken)
    {
        var row = await (
            from candidacy in db.Candidacies.AsNoTracking()
            join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
            join snapshot in db.CandidacySnapshots on new { candidacy.Id, Number = candidacy.SubmittedNumber } equals new { Id = snapshot.CandidacyId, Number = (int?)snapshot.Number }
            where candidacy.Id == head.Id
            select new
            {
                candidacy.CameBy, institution.City, snapshot.Content,
                IsListed = db.CallCountries.Any(listed => listed.CallId == head.CallId && listed.Country == candidacy.Country && listed.IsEligible),
                HasPeople = db.InstitutionMembers.Any(member => member.InstitutionId == institution.Id && member.State == MembershipState.Admitted),
                Screening = db.Screenings.FirstOrDefault(screening => screening.CandidacyId == candidacy.Id),
            }).SingleAsync(cancellationToken);
        var qualifications = await (
            from qualification in db.Calls.Where(call => call.Id == head.CallId).SelectMany(call => call.Qualifications)
            join stored in db.Screenings.Where(screening => screening.CandidacyId == head.Id).SelectMany(screening => screening.Checks) on qualification.Code equals stored.Qualification into checks
            from check in checks.DefaultIfEmpty()
            orderby qualification.Position
            select new { Qualification = qualification, Check = check }).AsNoTracking().ToListAsync(cancellationToken);
        var clarifications = await db.Clarifications.AsNoTracking().Where(clarification => clarification.CandidacyId == head.Id)
            .OrderByDescending(clarification => clarification.AskedAt)
            .Select(clarification => new ClarificationLine(
                clarification,
                db.EvidenceDocuments.Where(document => document.CandidacyId == clarification.CandidacyId && document.UploadedAt >= clarification.AskedAt)
                    .Select(document => new SubmittedDocument(document.Id, document.Field, document.FileName, document.ContentType, document.Bytes, document.Sha256)).ToList()))
            .ToListAsync(cancellationToken);
        var submitted = SubmittedContent.Parse(row.Content);
        var content = ClarifiedContent.Of(
            submitted, clarifications.Select(line => line.Clarification),
            clarifications.SelectMany(line => line.Documents).DistinctBy(document => document.Id));
        var reading = new QualificationReading(head.Form, [.. qualifications.Select(found => found.Qualification)]);
        var facts = QualificationFacts.Of(content, row.IsListed);
        return new ScreeningView
        {
            Head = head,
            City = row.City,
            CameBy = row.CameBy,
            HasPeople = row.HasPeople,
            State = StateOf(head, row.Screening, clarifications),
            Version = row.Screening?.Version ?? ScreeningRequest.NoVersion,
            Qualifications =
            [
                .. qualifications.Select(found => new QualificationLine
                {
                    Code = found.Qualification.Code,
                    Text = found.Qualification.Text,
                    Evidence = found.Qualification.Evidence,
                    Facts = reading.FactsOf(found.Qualification, content),
                    Computed = reading.Find(found.Qualification, facts),
                    Finding = found.Check?.Finding,
                    Reason = found.Check?.Reason,
                    AuthorName = found.Check?.AuthorName,
                    FoundAt = found.Check?.FoundAt,
                }),
            ],
            IneligibleReason = row.Screening?.IneligibleReason,
            IneligibleByName = row.Screening?.IneligibleByName,
            IneligibleAt = row.Screening?.IneligibleAt,
            FinishedAt = row.Screening?.FinishedAt,
            FinishedByName = row.Screening?.FinishedByName,
            Clarifications = clarifications,
            Facts = ClarifiableFact.Of(head.Form, qualifications.Select(found => (found.Qualification.Code, found.Qualification.Fields))),
            Content = content,
            Replaced = [.. submitted.Sections.SelectMany(section => section.Documents)],
            Signing = row.Screening?.IneligibleReason is null ? null : await signing.ViewAsync(SignedKind.Ineligibility, head.Id, reader, head.CallId, cancellationToken),
        };
    }

    private static ScreeningState StateOf(CandidacyHead head, Screening? screening, List<ClarificationLine> clarifications) => head.Eligibility switch
    {
        Eligibility.Eligible => ScreeningState.Eligible,
        Eligibility.Ineligible => ScreeningState.Ineligible,
        _ when clarifications.Exists(line => line.Clarification.IsOpen) => ScreeningState.ToClarify,
        _ when screening?.IneligibleReason is not null => ScreeningState.Proposed,
        _ => ScreeningState.ToScreen,
    };
}
