using System.Globalization;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using DtcPortal.Application.Phases;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Selection;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Phases;
using DtcPortal.Domain.Selection;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Calls;

/// <summary>Makes calls, writes what they say, and takes them from stage to stage (product.md 3, rules.md 2).</summary>
public sealed class CallService(PortalDbContext db, PortalClock clock, CallEditor editor, CallCommitteeService committee, SeatAwarder seats)
{
    /// <summary>Makes the call of a phase from the reference data, with all co-chairs and members of both parties as its committee. Returns its slug.</summary>
    public async Task<string> CreateAsync(CreateCall options, CancellationToken cancellationToken)
    {
        Manager.Require(options.Actor);
        Rule.Require(ReferenceCatalogue.QualificationPresets.Any(preset => preset.Code == options.Preset), "Choose a set of minimum qualifications.", "Preset");
        var phase = await db.Phases.AsNoTracking().Where(found => found.Slug == options.PhaseSlug).Select(found => new { found.Id, found.Slug })
            .SingleOrDefaultAsync(cancellationToken);
        Rule.Require(phase is not null, "Choose a phase.", "Phase");
        return await db.AtomicallyAsync(
            async () =>
            {
                // two at once: the second waits here and sees the first one's call
                await seats.LockAsync(phase.Id, cancellationToken);
                Rule.Require(
                    !await db.Calls.AnyAsync(known => known.RunningPhaseId == phase.Id, cancellationToken), "This phase has a call already, and one at a time. Archive that one first.", "Phase");
                var earlier = await db.Calls.CountAsync(known => known.PhaseId == phase.Id, cancellationToken);
                var slug = options.Slug ?? (earlier == 0 ? phase.Slug : string.Create(CultureInfo.InvariantCulture, $"{phase.Slug}-{earlier + 1}"));
                Rule.Require(!await db.Calls.AnyAsync(known => known.Slug == slug, cancellationToken), "Another call has this address.", "Slug");
                var call = new Call(phase.Id, slug, options.Title, options.OpensAt, options.Deadline, CallDefaults.Form, clock.Now);
                call.SetDates(options.OpensAt, options.Deadline);
                call.SetRules(call.ToRules() with { Criteria = CallDefaults.Criteria, Qualifications = CallDefaults.Qualifications(options.Preset) });
                call.SetCountries(CallDefaults.Countries(options.Deadline));
                if (options.LotSeed is { } seed)
                {
                    call.DrawLots(seed);
                }

                db.Calls.Add(call);
                await committee.AddAllAsync(call.Id, cancellationToken);
                await editor.RefreshAsync(call.Id, cancellationToken);
                return slug;
            },
            cancellationToken);
    }

    /// <summary>Writes title and summary.</summary>
    public Task WriteAsync(WriteCall options, CancellationToken cancellationToken) =>
        editor.EditAsync(options, call => call.Write(options.Title, options.Summary), cancellationToken);

    /// <summary>Sets opening and deadline; the countries' status is looked up anew as of the deadline.</summary>
    public Task SetDatesAsync(SetCallDates options, CancellationToken cancellationToken) =>
        editor.EditAsync(
            options,
            call =>
            {
                call.SetDates(options.OpensAt, options.Deadline);
                call.RefreshCountries(CallDefaults.Countries(options.Deadline));
            },
            cancellationToken);

    /// <summary>Sets where to send, whom to ask, and the languages.</summary>
    public Task SetContactAsync(SetCallContact options, CancellationToken cancellationToken) =>
        editor.EditAsync(options, call => call.SetContact(options.PostalAddress, options.ContactName, options.ContactEmail, options.Languages), cancellationToken);

    /// <summary>Publishes the version that both signed; the phase must be signed too.</summary>
    public Task PublishAsync(CallChange options, CancellationToken cancellationToken)
    {
        Manager.Require(options.Actor);
        return ChangeAsync(
            options,
            async call =>
            {
                Rule.Require(
                    await db.Phases.AnyAsync(phase => phase.Id == call.PhaseId && phase.AgreedAt != null, cancellationToken), "Both parties sign the phase first.");
                call.Publish(clock.Now);
            },
            cancellationToken);
    }

    /// <summary>Starts screening, after the deadline.</summary>
    public Task StartScreeningAsync(CallChange options, CancellationToken cancellationToken)
    {
        Manager.Require(options.Actor);
        return ChangeAsync(
            options,
            call =>
            {
                call.StartScreening(clock.Now);
                return editor.RefreshWaitingAsync(call.Id, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Archives a decided call, or one in which nobody stands. Throws RuleBrokenException while an offer or a free seat of it waits.</summary>
    public Task ArchiveAsync(CallChange options, CancellationToken cancellationToken)
    {
        Manager.Require(options.Actor);
        return ChangeAsync(
            options,
            async call =>
            {
                // an offer is made, answered and freed under the same lock
                await seats.LockAsync(call.PhaseId, cancellationToken);
                var isWaiting = await db.Offers.AnyAsync(offer => offer.CallId == call.Id && offer.Answer != OfferAnswer.Accepted && offer.SeatFreedAt == null, cancellationToken)
                    || await db.SeatSuccessions.AnyAsync(succession => succession.CallId == call.Id && succession.DecidedAt == null, cancellationToken);
                var now = clock.Now;
                var stands = await StandingCandidacies.Of(db, now).AnyAsync(candidacy => candidacy.CallId == call.Id, cancellationToken);
                call.Archive(!isWaiting, stands, now);
            },
            cancellationToken);
    }

    private Task ChangeAsync(CallChange options, Func<Call, Task> change, CancellationToken cancellationToken) =>
        db.AtomicallyAsync(
            async () =>
            {
                var call = await db.Calls.SingleOrDefaultAsync(found => found.Slug == options.Slug, cancellationToken).OrNotFoundAsync();
                if (options.Version is { } version)
                {
                    db.Expect(call, version);
                }

                await change(call);
            },
            cancellationToken);
}

/// <summary>Changes a draft call and puts the changed rules to be signed.</summary>
public sealed class CallEditor(PortalDbContext db, SigningService signing)
{
    /// <summary>Loads the call with its parts, changes it and writes the new version down for both to sign.</summary>
    public Task EditAsync(CallChange options, Action<Call> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        Manager.Require(options.Actor);
        return db.AtomicallyAsync(
            async () =>
            {
                var call = await Whole(db).SingleOrDefaultAsync(found => found.Slug == options.Slug, cancellationToken).OrNotFoundAsync();
                if (options.Version is { } version)
                {
                    db.Expect(call, version);
                }

                change(call);
                await RefreshAsync(call.Id, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Writes what the call says now down for both to sign.</summary>
    public Task RefreshAsync(Guid callId, CancellationToken cancellationToken) => signing.RefreshAsync(SignedKind.CallRules, callId, cancellationToken);

    /// <summary>Writes down anew what waits for signatures in a call that has moved on.</summary>
    public Task RefreshWaitingAsync(Guid callId, CancellationToken cancellationToken) => signing.RefreshWaitingAsync(callId, cancellationToken);

    internal static IQueryable<Call> Whole(PortalDbContext db) =>
        db.Calls.Include(call => call.Criteria).Include(call => call.Qualifications).Include(call => call.Countries).AsSplitQuery();
}
