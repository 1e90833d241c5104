using System.Globalization;
using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>A longer deadline for one institution: in force once both have signed.</summary>
internal sealed class ExtensionDecision(PortalDbContext db, MailComposer mail) : IJointDecision
{
    public SignedKind Kind => SignedKind.DeadlineExtension;

    public async Task<JointContent> DescribeAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        var row = await (
            from proposal in db.DeadlineExtensions.AsNoTracking()
            join candidacy in db.Candidacies on proposal.CandidacyId equals candidacy.Id
            join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
            join call in db.Calls on proposal.CallId equals call.Id
            where proposal.Id == subjectId
            select new { Extension = proposal, candidacy.Reference, Institution = institution.Name, call.Stage, call.DeadlineEndsAt }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var extension = row.Extension;
        return new JointContent(
            new Message("A longer deadline for candidacy {0}", row.Reference),
            $"/candidacies/{row.Reference}/extension",
            [
                new SignedLine("Candidacy", row.Reference),
                new SignedLine("Institution", row.Institution),
                new SignedLine("The call's deadline", Text(row.DeadlineEndsAt.AddMinutes(-1))),
                new SignedLine("Longer deadline", Text(extension.Until.AddMinutes(-1)), Reason: extension.Failure),
                new SignedLine("The portal failed from", Text(extension.FailedFrom)),
                new SignedLine("The portal failed until", Text(extension.FailedUntil)),
                new SignedLine("Proof", $"{extension.ProofName}, SHA-256 {extension.ProofSha256}"),
            ],
            extension.CallId,
            extension.IsOpen && row.Stage == CallStage.Published);
    }

    public async Task TakeEffectAsync(Guid subjectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var extension = await db.DeadlineExtensions.SingleAsync(stored => stored.Id == subjectId, cancellationToken);
        var candidacy = await db.Candidacies.SingleAsync(stored => stored.Id == extension.CandidacyId, cancellationToken);
        extension.Agree(now);
        candidacy.Extend(extension.Until);
        foreach (var recipient in await CandidacyPeople.OfAsync(db, candidacy.InstitutionId, cancellationToken))
        {
            mail.Enqueue(new MailDraft
            {
                To = recipient,
                Subject = new Message("You have more time for candidacy {0}", candidacy.Reference),
                Paragraphs =
                [
                    new Message("Because the portal failed, both parties agreed that you can write and submit until {0}.", MailMoment.Of(extension.Until.AddMinutes(-1))),
                    new Message("What failed: {0}", extension.Failure),
                ],
                Path = $"/candidacies/{candidacy.Reference}",
            });
        }
    }

    private static string Text(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
