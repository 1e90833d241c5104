using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Files;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>How a candidacy came when not by the portal.</summary>
public enum ArrivalWay
{
    /// <summary>By electronic mail.</summary>
    Mail = 1,

    /// <summary>On paper.</summary>
    Paper = 2,
}

/// <summary>A candidacy that came by mail or on paper.</summary>
public sealed record EnterCandidacy
{
    /// <summary>Who enters it: a programme manager.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The call's slug.</summary>
    public required string Call { get; init; }

    /// <summary>The known institution; null to make one of the name.</summary>
    public Guid? InstitutionId { get; init; }

    /// <summary>Official name of a new institution.</summary>
    public string? InstitutionName { get; init; }

    /// <summary>Where a new institution is.</summary>
    public string? City { get; init; }

    /// <summary>What kind of body a new institution is.</summary>
    public BodyKind? Kind { get; init; }

    /// <summary>Where the training takes place, ISO 3166-1 alpha-2.</summary>
    public required string? Country { get; init; }

    /// <summary>How it came.</summary>
    public required ArrivalWay? CameBy { get; init; }

    /// <summary>When it arrived; this decides whether it is in time.</summary>
    public required DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>What it says of the facts that show minimum qualifications, by section/field; what it does not say is left out.</summary>
    public IReadOnlyDictionary<string, string?> Facts { get; init; } = new Dictionary<string, string?>();

    /// <summary>Name of the scan.</summary>
    public required string? ScanName { get; init; }

    /// <summary>The scan.</summary>
    public required Stream? Scan { get; init; }
}

/// <summary>What the form to enter a candidacy shows.</summary>
/// <param name="Call">The call.</param>
/// <param name="Facts">Facts that show minimum qualifications, documents left out.</param>
public sealed record PaperForm(CallHead Call, IReadOnlyList<ClarifiableFact> Facts);

/// <summary>Enters what came by mail or on paper, for those who cannot use the portal (product.md 3).</summary>
public sealed class PaperCandidacyService(PortalDbContext db, PortalClock clock, IFileStore files)
{
    private static readonly Message TakenWhen = new("Candidacies are entered from the opening of the call until scoring starts.");

    /// <summary>What the form shows. Throws ForbiddenException for a call that takes nothing now.</summary>
    public async Task<PaperForm> FormAsync(string slug, Actor actor, CancellationToken cancellationToken)
    {
        var call = await CallAccess.FindAsync(db, slug, actor, cancellationToken);
        if (!IsTaken(call.Stage, call.OpensAt, clock.Now))
        {
            throw new ForbiddenException(TakenWhen);
        }

        var asked = await db.Calls.AsNoTracking().Where(stored => stored.Id == call.Id)
            .Select(stored => new { stored.Form, Qualifications = stored.Qualifications.Select(qualification => new { qualification.Code, qualification.Fields }).ToList() })
            .SingleAsync(cancellationToken);
        var facts = ClarifiableFact.Of(asked.Form, asked.Qualifications.Select(qualification => (qualification.Code, qualification.Fields)));
        return new PaperForm(call, [.. facts.Where(fact => fact.Field.Kind != FormFieldKind.File && fact.Field.Key != QualificationFacts.BodyKind)]);
    }

    /// <summary>
    /// Enters it as submitted at its arrival and returns its reference. Throws RuleBrokenException when it came too late, before the call opened,
    /// without a scan, or when the institution has a candidacy in this call already.
    /// </summary>
    public async Task<string> EnterAsync(EnterCandidacy options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!options.Actor.Is(PortalRole.ProgrammeManager))
        {
            throw new ForbiddenException(new Message("Programme managers enter what came by mail or on paper."));
        }

        var now = clock.Now;
        var rules = new FormRules();
        rules.Require(ReferenceCatalogue.FindCountry(options.Country) is not null, "Choose the country where the training will take place.", "Country");
        rules.Require(options.CameBy is not null, "Say how it came.", "CameBy");
        rules.Require(options.ArrivedAt is not null, "Say when it arrived.", "ArrivedOn");
        rules.Require(options.ArrivedAt is null || options.ArrivedAt <= now, "It cannot have arrived in the future.", "ArrivedOn");
        rules.Require(options.Scan is not null, "Add a scan of what came.", "Scan");
        rules.Demand();
        var scan = await files.SaveAsync(options.Scan!, options.ScanName ?? string.Empty, "Scan", cancellationToken);
        return await db.AtomicallyAsync(() => EnterAsync(options, scan, now, cancellationToken), cancellationToken);
    }

    private static bool IsTaken(CallStage stage, DateTimeOffset opensAt, DateTimeOffset now) => stage is CallStage.Published or CallStage.Screening && now >= opensAt;

    private async Task<string> EnterAsync(EnterCandidacy options, StoredFile scan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var call = await CandidacyNumbers.LockAsync(db, options.Call, cancellationToken);
        Rule.Require(
            IsTaken(call.Stage, call.OpensAt, now), TakenWhen);
        Rule.Require(options.ArrivedAt >= call.OpensAt, "It came before the call opened.", "ArrivedOn");
        var institution = await InstitutionAsync(options, now, cancellationToken);
        var theirs = await db.Candidacies.Where(candidacy => candidacy.CallId == call.Id && candidacy.InstitutionId == institution)
            .Select(candidacy => candidacy.Reference).FirstOrDefaultAsync(cancellationToken);
        Rule.Require(theirs is null, new Message("This institution has a candidacy in this call already: {0}.", theirs ?? string.Empty), "InstitutionName");
        var reference = await CandidacyNumbers.NextAsync(db, call.Phase, now.Year, cancellationToken);
        var candidacy = new Candidacy(reference, call.Id, institution, options.Country!, call.Form.Sections, now);
        candidacy.EnteredFor(options.CameBy!.Value.ToString());
        var document = new EvidenceDocument(
            candidacy.Id, call.Form.Sections[0].Code, EvidenceDocument.Other, scan.FileName, scan.Kind.ContentType(), scan.Bytes, scan.Sha256, options.Actor.Id, options.Actor.Name, now);
        Write(candidacy, call.Form, options, now);
        var content = SubmittedContent.Of(candidacy, call.Form.Sections.Select(section => section.Code), [document]).ToJson();
        Rule.Require(options.ArrivedAt < call.DeadlineEndsAt, "It came after the deadline and cannot be taken.", "ArrivedOn");
        candidacy.Submit(content, SubmittedContent.FingerprintOf(content), options.Actor.Id, options.Actor.Name, options.ArrivedAt!.Value, call.DeadlineEndsAt);
        db.AddRange(candidacy, document);
        return reference;
    }

    private static void Write(Candidacy candidacy, CandidacyForm form, EnterCandidacy options, DateTimeOffset now)
    {
        var rules = new FormRules();
        foreach (var section in form.Sections)
        {
            var said = section.Fields.ToDictionary(
                field => field.Key,
                field => options.Facts.GetValueOrDefault($"{section.Code}/{field.Key}") ?? (field.Key == QualificationFacts.BodyKind ? KindOf(options.Kind) : null));
            var answers = CandidacyFormRules.Keep(section, said);
            foreach (var field in section.Fields.Where(field => answers.ContainsKey(field.Key)))
            {
                if (CandidacyFormRules.ProblemOf(field, answers[field.Key]) is { } problem)
                {
                    rules.Note(problem.Message, $"Facts[{section.Code}/{field.Key}]");
                }
            }

            if (answers.Count > 0)
            {
                var check = CandidacyFormRules.Check(section, answers, new HashSet<string>());
                candidacy.Sections.Single(stored => stored.Code == section.Code)
                    .Save(answers, check.State, check.Problems.Count, options.Actor.Id, options.Actor.Name, now);
            }
        }

        rules.Demand();
    }

    // the kind is asked once, for the institution, and answers the form's question too
    private static string? KindOf(BodyKind? kind) => kind switch
    {
        BodyKind.CommunityTrainingCentre => QualificationFacts.Kinds[0],
        BodyKind.AcademicUnit => QualificationFacts.Kinds[1],
        BodyKind.Other => QualificationFacts.OtherKind,
        _ => null,
    };

    private async Task<Guid> InstitutionAsync(EnterCandidacy options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (options.InstitutionId is { } known)
        {
            Rule.Require(await db.Institutions.AnyAsync(institution => institution.Id == known, cancellationToken), "Choose an institution of the list.", "Same");
            return known;
        }

        var key = TextFold.Of(options.InstitutionName);
        Rule.Require(
            !await db.Institutions.AnyAsync(institution => institution.Country == options.Country && institution.NameKey == key, cancellationToken),
            "An institution of this name is registered in this country. Choose it, or write what tells this one apart.", "InstitutionName");
        Rule.Require(options.Kind is not null, "Choose what kind of body it is.", "Kind");
        var made = Institution.EnteredBy(options.InstitutionName, key, options.Country!, options.City, options.Kind.Value, options.Actor.Id, now);
        db.Institutions.Add(made);
        return made.Id;
    }
}
