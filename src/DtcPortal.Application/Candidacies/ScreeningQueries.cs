using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>Reads screenings.</summary>
public sealed partial class ScreeningQueries(PortalDbContext db, PortalClock clock, CandidacyAccess access, SignerRule signers, SigningQueries signing)
{
    /// <summary>How many candidacies of a call stand where.</summary>
    public async Task<ScreeningCounts> CountAsync(Guid callId, CancellationToken cancellationToken)
    {
        var tooLate = clock.Now.AddMinutes(-1);
        return await Entries(callId, null).GroupBy(_ => 1).Select(all => new ScreeningCounts(
            all.Count(entry => entry.State == ScreeningState.ToScreen),
            all.Count(entry => entry.State == ScreeningState.ToClarify),
            all.Count(entry => entry.State == ScreeningState.ToClarify && entry.AnsweredAt != null),
            all.Count(entry => entry.State == ScreeningState.ToClarify && entry.AnsweredAt == null && entry.DueAt <= tooLate),
            all.Count(entry => entry.State == ScreeningState.Proposed),
            all.Count(entry => entry.State == ScreeningState.Eligible),
            all.Count(entry => entry.State == ScreeningState.Ineligible))).SingleOrDefaultAsync(cancellationToken) ?? ScreeningCounts.None;
    }

    /// <summary>The reference of the first candidacy to screen after another one, in the order of the list, else of the first at all; null when none is left.</summary>
    public async Task<string?> NextAsync(string slug, string after, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        // references are given in the order in which candidacies are started
        var started = await db.Candidacies.Where(candidacy => candidacy.Reference == after).Select(candidacy => candidacy.StartedAt).SingleOrDefaultAsync(cancellationToken);
        var open = db.Candidacies.Where(candidacy => candidacy.State == CandidacyState.Submitted && candidacy.Eligibility == Eligibility.Open && candidacy.Reference != after
            && (candidacy.ExtendedUntil == null || candidacy.ExtendedUntil <= now)
            && db.Calls.Any(call => call.Id == candidacy.CallId && call.Slug == slug)
            && !db.Clarifications.Any(clarification => clarification.OpenKey == candidacy.Id)
            && !db.Screenings.Any(screening => screening.CandidacyId == candidacy.Id && screening.IneligibleAt != null));
        return await open.OrderBy(candidacy => candidacy.StartedAt > started ? 0 : 1).ThenBy(candidacy => candidacy.StartedAt).ThenBy(candidacy => candidacy.Reference)
            .Select(candidacy => candidacy.Reference).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// The screening of one candidacy. Throws NotFoundException when there is none in that call or the reader may not know of it,
    /// ForbiddenException on a conflict of interest.
    /// </summary>
    public async Task<ScreeningView> FindAsync(string slug, string reference, Actor reader, CancellationToken cancellationToken)
    {
        var head = await access.FindAsync(reference, reader, cancellationToken);
        var mayRead = head.Right == CandidacyRight.Read
            ? reader.IsAny(PortalRole.ProgrammeManager, PortalRole.CoChair)
            // who stands in for a co-chair with a conflict signs here
            : head.Right == CandidacyRight.Know && head.IsOpenedAt(clock.Now) && await signers.AllowsAsync(reader, head.CallId, cancellationToken);
        if (head.CallSlug != slug || !mayRead)
        {
            throw new NotFoundException();
        }

        return await ScreeningReading.ReadAsync(db, signing, head, reader, cancellationToken);
    }

    /// <summary>What the portal finds on all candidacies of a call that nobody has looked at.</summary>
    public async Task<ComputedPreview> PreviewAsync(string slug, Actor reader, CancellationToken cancellationToken)
    {
        var call = await CallAccess.FindAsync(db, slug, reader, cancellationToken);
        var now = clock.Now;
        var rules = await db.Calls.AsNoTracking().Where(stored => stored.Id == call.Id)
            .Select(stored => new { stored.Form, Qualifications = stored.Qualifications.OrderBy(qualification => qualification.Position).ToList() }).SingleAsync(cancellationToken);
        var open = await (
            from entry in Entries(call.Id, null)
            where entry.State == ScreeningState.ToScreen && (entry.ExtendedUntil == null || entry.ExtendedUntil <= now) && !db.Screenings.Any(screening => screening.CandidacyId == entry.Id)
            join snapshot in db.CandidacySnapshots on entry.Id equals snapshot.CandidacyId
            where snapshot.Number == entry.SubmittedNumber
            orderby entry.Reference
            select new
            {
                entry.Id, entry.Reference, entry.Institution, entry.Country, snapshot.Content,
                IsListed = db.CallCountries.Any(listed => listed.CallId == call.Id && listed.Country == entry.Country && listed.IsEligible),
                Clarifications = db.Clarifications.Where(clarification => clarification.CandidacyId == entry.Id).ToList(),
            }).AsNoTracking().ToListAsync(cancellationToken);
        var rule = new QualificationReading(rules.Form, rules.Qualifications);
        return new ComputedPreview(
            call.Title, call.Stage, [.. rules.Qualifications.Select(qualification => qualification.Code)],
            [
                .. open.Select(entry => new ComputedLine(
                    entry.Id, entry.Reference, entry.Institution, entry.Country,
                    rule.GapsOf(ClarifiedContent.Of(SubmittedContent.Parse(entry.Content), entry.Clarifications, []), entry.IsListed))),
            ]);
    }

    private IQueryable<ScreeningEntry> Entries(Guid callId, string? search)
    {
        var candidacies = db.Candidacies.Where(candidacy => candidacy.CallId == callId && candidacy.State == CandidacyState.Submitted);
        var entries =
            from candidacy in candidacies
            join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
            join row in db.Screenings on candidacy.Id equals row.CandidacyId into rows
            from screening in rows.DefaultIfEmpty()
            join question in db.Clarifications on candidacy.Id equals question.OpenKey into questions
            from open in questions.DefaultIfEmpty()
            select new ScreeningEntry
            {
                Id = candidacy.Id, Reference = candidacy.Reference, Country = candidacy.Country, SubmittedNumber = candidacy.SubmittedNumber,
                Institution = institution.Name, NameKey = institution.NameKey,
                FinishedAt = screening.FinishedAt, DueAt = open.DueAt, AnsweredAt = open.AnsweredAt, ExtendedUntil = candidacy.ExtendedUntil,
                State = candidacy.Eligibility == Eligibility.Eligible ? ScreeningState.Eligible
                    : candidacy.Eligibility == Eligibility.Ineligible ? ScreeningState.Ineligible
                    : open.OpenKey != null ? ScreeningState.ToClarify
                    : screening.IneligibleReason != null ? ScreeningState.Proposed
                    : ScreeningState.ToScreen,
            };
        if (string.IsNullOrWhiteSpace(search))
        {
            return entries;
        }

        var (folded, reference) = (TextFold.Of(search), search.Trim().ToUpperInvariant());
        return entries.Where(entry => entry.Reference.Contains(reference) || (folded != "" && entry.NameKey.Contains(folded)));
    }

    private sealed record ScreeningEntry
    {
        public required Guid Id { get; init; }

        public required string Reference { get; init; }

        public required string Country { get; init; }

        public required int? SubmittedNumber { get; init; }

        public required string Institution { get; init; }

        public required string NameKey { get; init; }

        public required DateTimeOffset? FinishedAt { get; init; }

        public required DateTimeOffset? DueAt { get; init; }

        public required DateTimeOffset? AnsweredAt { get; init; }

        public required DateTimeOffset? ExtendedUntil { get; init; }

        public required ScreeningState State { get; init; }
    }
}
