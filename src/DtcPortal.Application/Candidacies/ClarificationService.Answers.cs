using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Files;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

public sealed partial class ClarificationService
{
    /// <summary>
    /// Takes the applicant's answer and the facts as they should stand; what was submitted stays as it was, and both are kept.
    /// Throws RuleBrokenException at Facts[section/field] for a fact that is wrong, DbUpdateConcurrencyException when something else was answered since
    /// the version that was seen, NotFoundException when nothing is asked.
    /// </summary>
    public async Task AnswerAsync(AnswerClarification options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var arrival = options.ArrivedAt ?? clock.GetUtcNow();
        var head = await access.FindOwnAsync(options.Reference, options.Actor, cancellationToken);
        var fields = await db.Clarifications.Where(clarification => clarification.OpenKey == head.Id).Select(clarification => clarification.Fields)
            .SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        Rule.Require(options.Facts.Keys.All(fields.Contains) && options.Files.All(file => fields.Contains(file.Fact)), "Only the facts that were asked for can change.");
        // files are stored once by their content: a refused answer leaves nothing that anybody could reach
        var stored = new List<(string Fact, StoredFile File)>();
        foreach (var file in options.Files)
        {
            Rule.Require(FieldOf(head.Form, file.Fact).Kind == FormFieldKind.File, "Only the facts that were asked for can change.");
            stored.Add((file.Fact, await files.SaveAsync(file.Content, file.FileName, $"Files[{file.Fact}]", cancellationToken)));
        }

        await db.AtomicallyAsync(
            async () =>
            {
                var clarification = await OpenOfAsync(head.Id, cancellationToken).OrNotFoundAsync();
                var before = Standing(head, clarification, (await submitted.OfAsync([head.Id], cancellationToken))[head.Id]);
                var after = ChangedAnswers(head.Form, options.Facts, before);
                foreach (var group in stored.GroupBy(file => file.Fact))
                {
                    after[group.Key] = string.Join(ClarifiedContent.Between, group.Select(file => Add(head, file.Fact, file.File, options.Actor)));
                }

                // what an earlier answer brought stays unless this one replaces it
                foreach (var (fact, documents) in clarification.After.Where(pair => !after.ContainsKey(pair.Key) && FieldOf(head.Form, pair.Key).Kind == FormFieldKind.File))
                {
                    after[fact] = documents;
                }

                var answer = options.Answer?.ReplaceLineEndings("\n");
                if (IsAnswered(clarification, options.Version, answer, after))
                {
                    return;
                }

                clarification.Reply(answer, before, after, options.Actor.Name, arrival);
                await db.SaveChangesAsync(cancellationToken);
                await PutInEffectAsync(head, clarification, options.Actor, cancellationToken);
                await TellAsync(
                    head, new Message("Your answer about candidacy {0} arrived", head.Reference),
                    [
                        new Message("{0} answered at {1}.", options.Actor.Name, MailMoment.Of(clarification.AnsweredAt!.Value)),
                        clarification.IsLate
                            ? new Message("It came after the due date. Whether it counts is decided by the programme managers.")
                            : new Message("It can be changed until {0}.", MailMoment.Of(clarification.DueAt)),
                    ],
                    cancellationToken);
            },
            cancellationToken);
    }

    // exactly this was answered already: a form that was sent twice is one answer
    private static bool IsAnswered(Clarification clarification, long? seen, string? answer, Dictionary<string, string> after)
    {
        if (seen is null || seen == clarification.Version)
        {
            return false;
        }

        var isSame = clarification.Answer == answer?.Trim() && clarification.After.Count == after.Count && !after.Except(clarification.After).Any();
        return isSame ? true : throw new DbUpdateConcurrencyException();
    }

    private static FormField FieldOf(CandidacyForm form, string fact)
    {
        var slash = fact.IndexOf('/', StringComparison.Ordinal);
        return form.Find(fact[..slash])?.Fields.FirstOrDefault(field => field.Key == fact[(slash + 1)..]) ?? throw new NotFoundException();
    }

    private static Dictionary<string, string> ChangedAnswers(CandidacyForm form, IReadOnlyDictionary<string, string?> facts, IReadOnlyDictionary<string, string> before)
    {
        var (changed, rules) = (new Dictionary<string, string>(), new FormRules());
        foreach (var (fact, typed) in facts)
        {
            var field = FieldOf(form, fact);
            if (field.Kind == FormFieldKind.File)
            {
                continue;
            }

            var answer = typed?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
            if (answer == before.GetValueOrDefault(fact, string.Empty))
            {
                continue;
            }

            rules.Gather(() => CandidacyFormRules.RequireKept(field, answer, $"Facts[{fact}]"));
            if (CandidacyFormRules.ProblemOf(field, answer) is { } problem)
            {
                rules.Note(problem.Message, $"Facts[{fact}]");
            }

            changed[fact] = answer;
        }

        rules.Demand();
        return changed;
    }

    // the facts as they stood when the question came: what was submitted, with earlier answers
    internal static IReadOnlyDictionary<string, string> Standing(CandidacyHead head, Clarification clarification, SubmittedContent content) =>
        clarification.AnsweredAt is not null ? clarification.Before : clarification.Fields.ToDictionary(fact => fact, fact =>
        {
            var field = FieldOf(head.Form, fact);
            var section = content.Find(fact[..fact.IndexOf('/', StringComparison.Ordinal)]);
            return field.Kind == FormFieldKind.File
                ? string.Join(ClarifiedContent.Between, section?.Documents.Where(document => document.Field == field.Key).Select(document => document.Id) ?? [])
                : section?.Answers.GetValueOrDefault(field.Key) ?? string.Empty;
        });

    private Guid Add(CandidacyHead head, string fact, StoredFile file, Actor actor)
    {
        var slash = fact.IndexOf('/', StringComparison.Ordinal);
        var document = new EvidenceDocument(
            head.Id, fact[..slash], fact[(slash + 1)..], file.FileName, file.Kind.ContentType(), file.Bytes, file.Sha256, actor.Id, actor.Name, clock.Now);
        db.EvidenceDocuments.Add(document);
        return document.Id;
    }

    // sections hold what counts, so that reviewers read the facts as they were clarified
    private async Task PutInEffectAsync(CandidacyHead head, Clarification clarification, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var documents = await db.EvidenceDocuments.Where(document => document.CandidacyId == head.Id).ToListAsync(cancellationToken);
        var codes = clarification.Fields.Select(fact => fact[..fact.IndexOf('/', StringComparison.Ordinal)]).Distinct().ToList();
        var sections = await db.CandidacySections.Where(section => section.CandidacyId == head.Id && codes.Contains(section.Code)).ToListAsync(cancellationToken);
        foreach (var section in sections)
        {
            var answers = section.Answers.ToDictionary();
            foreach (var fact in clarification.Fields.Where(fact => fact.StartsWith($"{section.Code}/", StringComparison.Ordinal)))
            {
                var field = FieldOf(head.Form, fact);
                var value = ValueOf(clarification, fact);
                if (field.Kind == FormFieldKind.File)
                {
                    Show(documents.Where(document => document.Section == section.Code && document.Field == field.Key), value.Split(ClarifiedContent.Between), actor.Name, now);
                }
                else if (value.Length == 0)
                {
                    answers.Remove(field.Key);
                }
                else
                {
                    answers[field.Key] = value;
                }
            }

            var difference = SectionRevision.Difference(section.Answers, answers);
            if (difference.Count > 0)
            {
                var there = documents.Where(document => document.Section == section.Code && document.RemovedAt is null).Select(document => document.Field).ToHashSet();
                var check = CandidacyFormRules.Check(head.Form.Find(section.Code)!, answers, there);
                db.SectionRevisions.Add(new SectionRevision(head.Id, section.Code, actor.Id, actor.Name, difference, now));
                section.Save(answers, check.State, check.Problems.Count, actor.Id, actor.Name, now);
            }
        }
    }

    private static string ValueOf(Clarification clarification, string fact) =>
        (clarification.IsInEffect ? clarification.After.GetValueOrDefault(fact) : null) ?? clarification.Before.GetValueOrDefault(fact) ?? string.Empty;

    private static void Show(IEnumerable<EvidenceDocument> documents, string[] standing, string author, DateTimeOffset now)
    {
        foreach (var document in documents)
        {
            if (standing.Contains(document.Id.ToString()))
            {
                document.Restore();
            }
            else
            {
                document.Remove(author, now);
            }
        }
    }
}
