using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Files;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Centres;

/// <summary>An agreement as pages show it.</summary>
public sealed record AgreementView
{
    /// <summary>Its version, to change it.</summary>
    public required long Version { get; init; }

    /// <summary>The mark of what is signed, to sign it.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly? StartsOn { get; init; }

    /// <summary>Last day; null for an open end.</summary>
    public required DateOnly? EndsOn { get; init; }

    /// <summary>Name of the document; null before there is one.</summary>
    public required string? FileName { get; init; }

    /// <summary>Size of the document.</summary>
    public required long? Bytes { get; init; }

    /// <summary>Who signed for ITU.</summary>
    public required string? ItuSignerName { get; init; }

    /// <summary>When ITU signed.</summary>
    public required DateTimeOffset? ItuSignedAt { get; init; }

    /// <summary>Who signed for the centre.</summary>
    public required string? CentreSignerName { get; init; }

    /// <summary>When the centre signed.</summary>
    public required DateTimeOffset? CentreSignedAt { get; init; }

    /// <summary>Activities of each kind in each period.</summary>
    public required IReadOnlyDictionary<ActivityKind, int> Commitments { get; init; }

    /// <summary>Whether ITU and the centre have signed.</summary>
    public bool IsSigned => ItuSignedAt is not null && CentreSignedAt is not null;

    /// <summary>Whether it can be signed: document, first day and commitments are there.</summary>
    public bool IsComplete => FileName is not null && StartsOn is not null && Commitments.Count > 0;
}

/// <summary>A centre with its agreement.</summary>
public sealed record ManagedCentre
{
    /// <summary>Name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>Where it is.</summary>
    public required string City { get; init; }

    /// <summary>Where it stands.</summary>
    public required CentreState State { get; init; }

    /// <summary>Why it was suspended or ended.</summary>
    public required string? StateReason { get; init; }

    /// <summary>When it ended; null while it goes on.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>How many people of it get mails.</summary>
    public required int People { get; init; }

    /// <summary>Its phase.</summary>
    public required LocalizedText Phase { get; init; }

    /// <summary>When the institution accepted.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>When it became active.</summary>
    public required DateTimeOffset? ActiveAt { get; init; }

    /// <summary>Who manages it.</summary>
    public required string Manager { get; init; }

    /// <summary>Reference of its candidacy.</summary>
    public required string Candidacy { get; init; }

    /// <summary>Its agreement; null before ITU entered one.</summary>
    public AgreementView? Agreement { get; init; }
}

/// <summary>How far a centre has come, for the pages of its people.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="ActiveAt">When it became active; null before.</param>
/// <param name="FirstPeriod">The first quarter that it reports; null before it is active.</param>
/// <param name="EndedAt">When it ended; null before.</param>
/// <param name="Reason">Why it was suspended or ended.</param>
public sealed record CentreStanding(CentreState State, DateTimeOffset? ActiveAt, ReportingPeriod? FirstPeriod, DateTimeOffset? EndedAt, string? Reason)
{
    /// <summary>Whether activities are entered: from the agreement to the end, during a suspension too.</summary>
    public bool IsWorking => State is CentreState.Active or CentreState.Suspended;
}

/// <summary>Reads centres and their agreements for those who manage them.</summary>
public sealed class ManagedCentreQueries(PortalDbContext db, IFileStore files)
{
    /// <summary>A centre. Throws NotFoundException when there is none.</summary>
    public Task<ManagedCentre> FindAsync(string slug, CancellationToken cancellationToken) =>
        FindAsync(db.Centres.Where(centre => centre.Slug == slug), cancellationToken);

    /// <summary>The centre of one of its staff. Throws NotFoundException for others.</summary>
    public Task<ManagedCentre> MineAsync(Actor actor, CancellationToken cancellationToken)
    {
        var mine = CentreAccess.Mine(actor);
        return FindAsync(db.Centres.Where(centre => centre.Id == mine), cancellationToken);
    }

    /// <summary>How far the centre of one of its staff has come. Throws NotFoundException for others.</summary>
    public Task<CentreStanding> StandingAsync(Actor actor, CancellationToken cancellationToken)
    {
        var mine = CentreAccess.Mine(actor);
        return db.Centres.AsNoTracking().Where(centre => centre.Id == mine)
            .Select(centre => new CentreStanding(centre.State, centre.ActiveAt, centre.FirstPeriod, centre.EndedAt, centre.StateReason)).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
    }

    /// <summary>The agreement's document of a centre. Throws NotFoundException when there is none.</summary>
    public async Task<(Stream Content, string ContentType, string FileName)> DocumentAsync(string slug, CancellationToken cancellationToken)
    {
        var document = await (
            from centre in db.Centres
            join agreement in db.CentreAgreements on centre.Id equals agreement.CentreId
            where centre.Slug == slug && agreement.Sha256 != null
            select new { Sha256 = agreement.Sha256!, ContentType = agreement.ContentType!, FileName = agreement.FileName! }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        return (files.Open(document.Sha256), document.ContentType, document.FileName);
    }

    private async Task<ManagedCentre> FindAsync(IQueryable<Centre> which, CancellationToken cancellationToken)
    {
        var found = await (
            from centre in which.AsNoTracking()
            join phase in db.Phases on centre.PhaseId equals phase.Id
            join manager in db.Users on centre.ManagerId equals manager.Id
            join candidacy in db.Candidacies on centre.CandidacyId equals candidacy.Id
            select new { centre.Id, Centre = new ManagedCentre
            {
                Slug = centre.Slug, Name = centre.Name, Country = centre.Country, City = centre.City, State = centre.State, StateReason = centre.StateReason,
                EndedAt = centre.EndedAt, People = db.Users.Count(user => user.CentreId == centre.Id && user.DisabledAt == null && user.EmailConfirmed),
                Phase = phase.Name, AcceptedAt = centre.AcceptedAt, ActiveAt = centre.ActiveAt, Manager = manager.DisplayName, Candidacy = candidacy.Reference,
            } }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var agreement = await db.CentreAgreements.AsNoTracking().Include(entered => entered.Commitments)
            .SingleOrDefaultAsync(entered => entered.CentreId == found.Id, cancellationToken);
        return found.Centre with { Agreement = agreement is null ? null : ViewOf(agreement) };
    }

    private static AgreementView ViewOf(CentreAgreement agreement) => new()
    {
        Version = agreement.Version, Fingerprint = agreement.Fingerprint, StartsOn = agreement.StartsOn, EndsOn = agreement.EndsOn, FileName = agreement.FileName, Bytes = agreement.Bytes,
        ItuSignerName = agreement.ItuSignerName, ItuSignedAt = agreement.ItuSignedAt, CentreSignerName = agreement.CentreSignerName, CentreSignedAt = agreement.CentreSignedAt,
        Commitments = agreement.Commitments.ToDictionary(commitment => commitment.Kind, commitment => commitment.PerPeriod),
    };
}
