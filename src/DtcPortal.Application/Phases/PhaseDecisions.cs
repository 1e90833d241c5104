using System.Globalization;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Phases;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Phases;

/// <summary>Both sign a phase: start, end, cap (A3).</summary>
public sealed class PhaseDecision(PortalDbContext db) : IJointDecision
{
    /// <inheritdoc />
    public SignedKind Kind => SignedKind.Phase;

    /// <inheritdoc />
    public async Task<JointContent> DescribeAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        var phase = await db.Phases.SingleOrDefaultAsync(found => found.Id == subjectId, cancellationToken).OrNotFoundAsync();
        return new JointContent(
            new Message("Sign {0}", phase.Name), $"/manage/phases/{phase.Slug}",
            [
                new("Number", Lines.Of(phase.Number)),
                .. Lines.Of("Name", phase.Name),
                new("First day", Lines.Of(phase.StartsOn)),
                new("Last day", Lines.Of(phase.EndsOn)),
                new("Cap", phase.Cap is { } cap ? Lines.Of(cap) : "set later by an amendment"),
            ],
            IsReady: !phase.IsAgreed);
    }

    /// <inheritdoc />
    public async Task TakeEffectAsync(Guid subjectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var phase = await db.Phases.Include(found => found.Seats).SingleAsync(found => found.Id == subjectId, cancellationToken);
        phase.Agree(now);
    }
}

/// <summary>Both sign an amendment of a phase.</summary>
public sealed class PhaseAmendmentDecision(PortalDbContext db) : IJointDecision
{
    /// <inheritdoc />
    public SignedKind Kind => SignedKind.PhaseAmendment;

    /// <inheritdoc />
    public async Task<JointContent> DescribeAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        var phase = await FindAsync(subjectId, cancellationToken).OrNotFoundAsync();
        var amendment = phase.Amendments.Single(candidate => candidate.Id == subjectId);
        List<SignedLine> lines = [new("Phase", phase.Name.InEnglish), new("Amendment", Lines.Of(amendment.Number))];
        if (amendment.EndsOn is { } ends)
        {
            lines.Add(new("Last day", Lines.Of(ends), Reason: amendment.Reason));
        }

        if (amendment.Cap is { } cap)
        {
            lines.Add(new("Cap", Lines.Of(cap), Reason: amendment.Reason));
        }

        return new JointContent(
            new Message("Sign amendment {0} of {1}", amendment.Number, phase.Name), $"/manage/phases/{phase.Slug}/amendments", lines, IsReady: amendment.IsOpen);
    }

    /// <inheritdoc />
    public async Task TakeEffectAsync(Guid subjectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var phase = await FindAsync(subjectId, cancellationToken).OrNotFoundAsync();
        phase.Apply(subjectId, now);
    }

    private Task<Phase?> FindAsync(Guid amendmentId, CancellationToken cancellationToken) =>
        db.Phases.Include(phase => phase.Amendments).Include(phase => phase.Seats).AsSplitQuery()
            .SingleOrDefaultAsync(phase => phase.Amendments.Any(amendment => amendment.Id == amendmentId), cancellationToken);
}

/// <summary>Writes values into lines that are signed, the same in every language.</summary>
internal static class Lines
{
    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    public static IEnumerable<SignedLine> Of(string label, LocalizedText text) => text.Texts.Select(pair => new SignedLine(label, pair.Value, pair.Key));
}
