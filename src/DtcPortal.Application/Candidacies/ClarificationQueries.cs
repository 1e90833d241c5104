using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>A fact that a clarification asks for.</summary>
/// <param name="Key">Section and field.</param>
/// <param name="Field">What is asked.</param>
/// <param name="Before">How it stood; document names for documents.</param>
/// <param name="Now">How it stands by the answer; as before where that says nothing.</param>
public sealed record AskedFact(string Key, FormField Field, string Before, string Now)
{
    /// <summary>Whether the answer changed it.</summary>
    public bool IsChanged => Before != Now;
}

/// <summary>A clarification as its applicant sees it.</summary>
/// <param name="Head">The candidacy.</param>
/// <param name="Clarification">The open one, else the last.</param>
/// <param name="Facts">The facts it names.</param>
/// <param name="Earlier">Others before it, the newest first.</param>
public sealed record ClarificationView(CandidacyHead Head, Clarification Clarification, IReadOnlyList<AskedFact> Facts, IReadOnlyList<Clarification> Earlier);

/// <summary>Reads clarifications.</summary>
public sealed class ClarificationQueries(PortalDbContext db, CandidacyAccess access, SubmittedQueries submitted)
{
    /// <summary>What an institution is asked about its candidacy. Throws NotFoundException for others, and when nothing was ever asked.</summary>
    public async Task<ClarificationView> FindOwnAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var head = await access.FindOwnAsync(reference, actor, cancellationToken);
        var all = await db.Clarifications.AsNoTracking().Where(clarification => clarification.CandidacyId == head.Id)
            .OrderByDescending(clarification => clarification.AskedAt).ToListAsync(cancellationToken);
        var current = all.FirstOrDefault().OrNotFound();
        var names = await db.EvidenceDocuments.AsNoTracking().Where(document => document.CandidacyId == head.Id)
            .Select(document => new { document.Id, document.FileName }).ToDictionaryAsync(document => document.Id.ToString(), document => document.FileName, cancellationToken);
        var standing = current.AnsweredAt is null
            ? ClarificationService.Standing(head, current, (await submitted.OfAsync([head.Id], cancellationToken))[head.Id])
            : current.Before;
        return new ClarificationView(head, current, [.. FactsOf(head.Form, current, standing, names)], [.. all.Skip(1)]);
    }

    /// <summary>The facts of a clarification as they stood and stand, with documents by name.</summary>
    public static IEnumerable<AskedFact> FactsOf(CandidacyForm form, Clarification clarification, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> names)
    {
        foreach (var key in clarification.Fields)
        {
            var slash = key.IndexOf('/', StringComparison.Ordinal);
            if (form.Find(key[..slash])?.Fields.FirstOrDefault(field => field.Key == key[(slash + 1)..]) is not { } field)
            {
                continue;
            }

            string Shown(string value) => field.Kind == FormFieldKind.File
                ? string.Join(", ", value.Split(ClarifiedContent.Between, StringSplitOptions.RemoveEmptyEntries).Select(id => names.GetValueOrDefault(id, id)))
                : value;
            var old = before.GetValueOrDefault(key, string.Empty);
            yield return new AskedFact(key, field, Shown(old), Shown(clarification.After.GetValueOrDefault(key, old)));
        }
    }
}
