using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Files;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Centres;

/// <summary>What ITU's manager enters of an agreement.</summary>
public sealed record SaveAgreement
{
    /// <summary>ITU's manager.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The centre's name in addresses.</summary>
    public required string Centre { get; init; }

    /// <summary>The version that was seen; null takes any.</summary>
    public long? Version { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly? StartsOn { get; init; }

    /// <summary>Last day; null for an open end.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Activities of each kind in each period; 0 leaves one out.</summary>
    public required IReadOnlyDictionary<ActivityKind, int> Commitments { get; init; }

    /// <summary>Name of the document; null leaves the one that is there.</summary>
    public string? FileName { get; init; }

    /// <summary>The document.</summary>
    public Stream? Content { get; init; }
}

/// <summary>The agreement of a centre with ITU: only with both signatures is the centre active (product.md 8).</summary>
public sealed class AgreementService(PortalDbContext db, PortalClock clock, IFileStore files, CentreMail mail)
{
    /// <summary>Enters or changes the agreement and mails the centre's managers; a change drops a signature. Throws RuleBrokenException where something is wrong, ForbiddenException for others than ITU's managers.</summary>
    public async Task SaveAsync(SaveAgreement options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        RequireItu(options.Actor);
        var known = await db.Centres.AsNoTracking().Where(found => found.Slug == options.Centre)
            .Select(found => new
            {
                HasDocument = db.CentreAgreements.Any(agreement => agreement.CentreId == found.Id && agreement.Sha256 != null),
                OfferedAt = db.Offers.Where(offer => offer.CandidacyId == found.CandidacyId).Select(offer => (DateTimeOffset?)offer.OfferedAt).FirstOrDefault() ?? found.AcceptedAt,
            })
            .SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var offered = DateOnly.FromDateTime(known.OfferedAt.UtcDateTime);
        var rules = new FormRules();
        rules.Gather(() => CentreAgreement.Check(options.StartsOn, options.EndsOn, options.Commitments));
        rules.Require(options.StartsOn is null || options.StartsOn >= offered, new Message("The agreement begins on {0:d MMMM yyyy}, when the place was offered, or later.", offered), "StartsOn");
        rules.Require(options.Content is not null || known.HasDocument, "Attach the document of the agreement; nobody can sign without it.", "File");
        StoredFile? file = null;
        await rules.GatherAsync(async () => file = options.Content is null ? null : await files.SaveAsync(options.Content, options.FileName ?? string.Empty, "File", cancellationToken));
        rules.Demand();
        await db.AtomicallyAsync(
            async () =>
            {
                var centre = await db.Centres.SingleOrDefaultAsync(found => found.Slug == options.Centre, cancellationToken).OrNotFoundAsync();
                centre.RequireNotEnded();
                var agreement = await OfAsync(centre.Id, cancellationToken);
                if (agreement is null)
                {
                    agreement = new CentreAgreement(centre.Id, clock.Now);
                    db.CentreAgreements.Add(agreement);
                }
                else if (options.Version is { } version)
                {
                    db.Expect(agreement, version);
                }

                agreement.Set(options.StartsOn, options.EndsOn, options.Commitments);
                if (file is not null)
                {
                    agreement.Attach(file.FileName, file.Kind.ContentType(), file.Bytes, file.Sha256);
                }

                centre.AgreementEntered();
                await mail.AgreementEnteredAsync(centre, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>ITU's manager signs what bears the fingerprint that was read; with the centre's signature the centre becomes active. The centre's managers get a mail.</summary>
    public Task SignForItuAsync(Actor actor, string centreSlug, string? fingerprint, CancellationToken cancellationToken)
    {
        RequireItu(actor);
        return SignAsync(
            found => found.Slug == centreSlug,
            (centre, agreement) =>
            {
                agreement.SignForItu(actor.Name, fingerprint, clock.Now);
                return mail.ItuSignedAsync(centre, agreement, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>The centre's manager signs what bears the fingerprint that was read; with ITU's signature the centre becomes active.</summary>
    public Task SignForCentreAsync(Actor actor, string? fingerprint, CancellationToken cancellationToken)
    {
        var centre = CentreAccess.Managed(actor);
        return SignAsync(
            found => found.Id == centre,
            (_, agreement) =>
            {
                agreement.SignForCentre(actor.Name, fingerprint, clock.Now);
                return Task.CompletedTask;
            },
            cancellationToken);
    }

    /// <summary>Whether somebody enters agreements: a manager of ITU.</summary>
    public static bool MayEnter(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Is(PortalRole.ProgrammeManager) && actor.Party == Party.Itu;
    }

    private Task SignAsync(System.Linq.Expressions.Expression<Func<Centre, bool>> which, Func<Centre, CentreAgreement, Task> sign, CancellationToken cancellationToken) =>
        db.AtomicallyAsync(
            async () =>
            {
                var centre = await db.Centres.SingleOrDefaultAsync(which, cancellationToken).OrNotFoundAsync();
                centre.RequireNotEnded();
                var agreement = await OfAsync(centre.Id, cancellationToken);
                Rule.Require(agreement is not null, "ITU enters the agreement first.");
                await sign(centre, agreement);
                if (agreement.IsSigned)
                {
                    centre.Activate(clock.Now);
                }
            },
            cancellationToken);

    private static void RequireItu(Actor actor)
    {
        if (!MayEnter(actor))
        {
            throw new ForbiddenException(new Message("A manager of ITU enters and signs agreements with centres."));
        }
    }

    private Task<CentreAgreement?> OfAsync(Guid centreId, CancellationToken cancellationToken) =>
        db.CentreAgreements.Include(agreement => agreement.Commitments).SingleOrDefaultAsync(agreement => agreement.CentreId == centreId, cancellationToken);
}
