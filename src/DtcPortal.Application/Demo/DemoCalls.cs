using DtcPortal.Application.Calls;
using DtcPortal.Application.Phases;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Demo;

/// <summary>The calendar of a phase and its call in the demonstration, in days before a fixed day; what lies ahead of today is not done.</summary>
/// <param name="Number">Of the phase.</param>
/// <param name="Base">The day from which is counted.</param>
/// <param name="Made">When the phase was made.</param>
/// <param name="Opens">When the call opened.</param>
/// <param name="Deadline">The deadline's day; negative lies ahead.</param>
internal sealed record DemoCalendar(int Number, DateTimeOffset Base, int Made, int Opens, int Deadline)
{
    public string Slug => $"phase-{Number}";

    public DateTimeOffset Before(int days, int hour = 9) => Base.AddDays(-days).AddHours(hour);
}

/// <summary>Phases with needs and cap, and their calls: written by a manager, signed by both, published.</summary>
internal sealed class DemoCalls(DemoWorld world)
{
    private const string Zone = "Africa/Nairobi";
    private const int DaysOfPresence = 30;

    /// <summary>The lists of countries in which the parties are present, in force for all calls.</summary>
    public async Task MakePresenceAsync(DateTimeOffset day)
    {
        await MakePresenceAsync(day, Party.Itu, ["CI", "CM", "ET", "GH", "WS", "FJ", "EG", "BR", "CH", "ID", "RU", "SN", "TH", "ZW", "HN", "BB", "CL"]);
        await MakePresenceAsync(day, Party.Cisco, ["ML", "KE", "NG", "MA", "TN", "EG", "JO", "SA", "AE", "IN", "PH", "ID", "VN", "PE", "EC", "DO", "GE", "PK", "BD", "LK"]);
    }

    /// <summary>Makes and signs the phase and its needs, and the call up to its publication.</summary>
    public async Task MakeAsync(DemoCalendar calendar, LocalizedText summary, DateOnly startsOn)
    {
        var managers = world.ManagerItu;
        world.At(calendar.Before(calendar.Made));
        var phase = await world.ActAsync(managers, () => world.Get<PhaseService>().CreateAsync(
            new CreatePhase { Actor = managers, Name = LocalizedText.Of($"Phase {calendar.Number}", $"Phase {calendar.Number}"), StartsOn = startsOn },
            world.Cancel));
        var phaseId = await world.Db.Phases.Where(found => found.Slug == phase).Select(found => found.Id).SingleAsync(world.Cancel);
        world.At(calendar.Before(calendar.Made - 3));
        await world.SignBothAsync(SignedKind.Phase, phaseId);
        var needs = await world.ActAsync(managers, () => world.Get<NeedsService>().SaveAsync(NeedsService.Of2019(managers, phase), world.Cancel));
        await world.SignBothAsync(SignedKind.Needs, needs);
        await MakeCallAsync(calendar, summary);
    }

    /// <summary>Records the review of a phase's results.</summary>
    public Task ReviewAsync(string phase, string findings) => world.ActAsync(world.ManagerItu, () => world.Get<PhaseService>().RecordReviewAsync(
        new RecordResultsReview { Actor = world.ManagerItu, Slug = phase, Findings = findings }, world.Cancel));

    /// <summary>Sets a later phase's cap by an amendment that both sign.</summary>
    public async Task AgreeCapAsync(string phase, int cap, string reason)
    {
        var amendment = await world.ActAsync(world.ManagerItu, () => world.Get<PhaseService>().ProposeAsync(
            new ProposePhaseAmendment { Actor = world.ManagerItu, Slug = phase, Cap = cap, Reason = reason }, world.Cancel));
        await world.SignBothAsync(SignedKind.PhaseAmendment, amendment);
    }

    /// <summary>Key of a phase's call.</summary>
    public Task<Guid> CallIdAsync(DemoCalendar calendar) =>
        world.Db.Calls.Where(call => call.Slug == calendar.Slug).Select(call => call.Id).SingleAsync(world.Cancel);

    private async Task MakePresenceAsync(DateTimeOffset day, Party party, IReadOnlyList<string> countries)
    {
        world.At(day);
        var inForce = DateOnly.FromDateTime(day.UtcDateTime).AddDays(DaysOfPresence);
        var list = await world.ActAsync(world.ManagerItu, () => world.Get<PresenceService>().CreateAsync(
            new CreatePresence { Actor = world.ManagerItu, Party = party, InForceFrom = inForce, Countries = countries }, world.Cancel));
        await world.SignBothAsync(SignedKind.Presence, list);
    }

    private async Task MakeCallAsync(DemoCalendar calendar, LocalizedText summary)
    {
        var manager = world.ManagerItu;
        var calls = world.Get<CallService>();
        var title = LocalizedText.Of($"Call for centres, phase {calendar.Number}", $"Appel à candidatures, phase {calendar.Number}");
        var deadline = new Deadline(calendar.Before(calendar.Deadline).UtcDateTime.Date.Add(new TimeSpan(23, 59, 0)), Zone);
        world.At(calendar.Before(calendar.Opens + 12));
        await world.ActAsync(manager, () => calls.CreateAsync(
            new CreateCall
            {
                Actor = manager, PhaseSlug = calendar.Slug, Title = title, OpensAt = calendar.Before(calendar.Opens), Deadline = deadline, LotSeed = 20_190_700 + calendar.Number,
            },
            world.Cancel));
        await world.ActAsync(manager, () => calls.WriteAsync(new WriteCall { Actor = manager, Slug = calendar.Slug, Title = title, Summary = summary }, world.Cancel));
        await world.ActAsync(manager, () => calls.SetContactAsync(
            new SetCallContact
            {
                Actor = manager, Slug = calendar.Slug, PostalAddress = "ITU, Digital Transformation Centres, Place des Nations, 1211 Geneva 20, Switzerland",
                ContactName = "DTC team (demo)", ContactEmail = "calls@example.org", Languages = [LocalizedText.English, LocalizedText.French],
            },
            world.Cancel));
        await world.ActAsync(manager, () => world.Get<CallRulesService>().SetJudgingAsync(
            new SetCallJudging { Actor = manager, Slug = calendar.Slug, LimitPerCountry = 1, Band = 3, MinimumScore = 60, ReviewsEach = 3, OfferDays = 14 }, world.Cancel));
        var callId = await CallIdAsync(calendar);
        world.At(calendar.Before(calendar.Opens + 7));
        await world.SignBothAsync(SignedKind.CallRules, callId);
        world.At(calendar.Before(calendar.Opens + 3));
        await world.ActAsync(manager, () => calls.PublishAsync(new CallChange { Actor = manager, Slug = calendar.Slug }, world.Cancel));
    }
}
