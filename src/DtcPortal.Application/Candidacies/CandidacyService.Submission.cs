using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

public sealed partial class CandidacyService
{
    /// <summary>
    /// Submits what stands in the sections as a numbered snapshot and mails the receipt; the arrival decides. What was submitted already and has not
    /// changed since keeps its receipt. Throws RuleBrokenException when something is missing or it is too late, DbUpdateConcurrencyException when
    /// a colleague changed it since it was checked.
    /// </summary>
    public async Task<SubmissionReceipt> SubmitAsync(SubmitCandidacy options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var arrival = options.ArrivedAt ?? clock.GetUtcNow();
        var head = await access.FindOwnAsync(options.Reference, options.Actor, cancellationToken);
        RequireOpen(head, arrival);
        return await db.AtomicallyAsync(
            async () =>
            {
                var candidacy = await db.Candidacies.Include(stored => stored.Sections).Include(stored => stored.Snapshots).AsSplitQuery()
                    .SingleAsync(stored => stored.Id == head.Id, cancellationToken);
                var documents = await db.EvidenceDocuments.AsNoTracking().Where(document => document.CandidacyId == head.Id && document.RemovedAt == null)
                    .ToListAsync(cancellationToken);
                var problems = CandidacyProgress.Of(head.Form, candidacy.Sections, documents).Problems;
                Rule.Require(problems == 0, problems == 1 ? new Message("One thing is still missing.") : new Message("{0} things are still missing.", problems));
                var json = SubmittedContent.Of(candidacy, head.Form.Sections.Select(section => section.Code), documents).ToJson();
                var fingerprint = SubmittedContent.FingerprintOf(json);
                if (options.Fingerprint is { } seen && seen != fingerprint)
                {
                    throw new DbUpdateConcurrencyException();
                }

                var standing = candidacy.Snapshots.FirstOrDefault(snapshot => snapshot.Number == candidacy.SubmittedNumber);
                if (standing?.Fingerprint == fingerprint)
                {
                    candidacy.ConfirmSubmitted();
                }
                else
                {
                    standing = candidacy.Submit(json, fingerprint, options.Actor.Id, options.Actor.Name, arrival, head.DeadlineEndsAt);
                    await MailReceiptAsync(head, standing, cancellationToken);
                }

                return new SubmissionReceipt(standing.Number, standing.Receipt, standing.ArrivedAt, standing.Fingerprint);
            },
            cancellationToken);
    }

    private Task MailReceiptAsync(CandidacyHead head, CandidacySnapshot snapshot, CancellationToken cancellationToken) =>
        MailAsync(
            head,
            new Message("Candidacy {0} was submitted, receipt {1}", head.Reference, snapshot.Receipt),
            [
                new Message("The candidacy of {0} to “{1}” arrived at {2}.", head.InstitutionName, head.CallTitle, MailMoment.Of(snapshot.ArrivedAt)),
                new Message("Submitted by {0}. Receipt number: {1}.", snapshot.AuthorName, snapshot.Receipt),
                new Message("You can still change it, if you submit it anew, until {0}. The last submission counts.", MailMoment.Of(head.LastMinute)),
                new Message("The receipt and a PDF copy of what you submitted:"),
            ],
            $"/candidacies/{head.Reference}/receipt",
            cancellationToken);
}
