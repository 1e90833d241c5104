using System.Globalization;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Calls;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Phases;
using DtcPortal.Domain.Reporting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Benchmarks;

/// <summary>A database of a named size: candidacies with three reviews each, and centres with approved figures of eight quarters.</summary>
internal sealed class Seed(PortalDbContext db, int candidacies, int centres)
{
    public const string Password = "Benchmark-2026-Portal!";
    private const int Quarters = 8;
    private const int Batch = 100;
    private const int Drafts = 64;

    private static readonly DateTimeOffset Start = new(2024, 1, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly PasswordHasher<PortalUser> _hasher = new();

    /// <summary>What the driver asks for.</summary>
    public SeededPlaces Places { get; private set; } = null!;

    public async Task RunAsync()
    {
        await db.Database.MigrateAsync();
        var people = await PeopleAsync();
        var phase = await PhaseAsync();
        var call = await CallAsync(phase, people);
        var batch = new AssignmentBatch(call.Id, 3, 1, "Benchmark", Start);
        batch.TakeEffect(Start);
        db.Add(batch);
        await db.SaveChangesAsync();
        var ids = new List<(Guid Id, string Reference)>();
        for (var from = 0; from < candidacies; from += Batch)
        {
            for (var number = from; number < Math.Min(from + Batch, candidacies); number++)
            {
                ids.Add(Candidacy(call, batch, people, number));
            }

            await SaveAsync();
        }

        await CentresAsync(phase, ids);
        Places = new SeededPlaces(call.Slug, call.Id, phase.Id, ids[0], ids[1..(Drafts + 1)]);
    }

    private async Task SaveAsync()
    {
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private async Task<List<PortalUser>> PeopleAsync()
    {
        var people = new List<PortalUser>
        {
            User("manager@example.org", PortalRole.ProgrammeManager, Party.Itu),
            User("chair.itu@example.org", PortalRole.CoChair, Party.Itu),
            User("chair.cisco@example.org", PortalRole.CoChair, Party.Cisco),
            User("member1@example.org", PortalRole.CommitteeMember, Party.Itu),
            User("member2@example.org", PortalRole.CommitteeMember, Party.Cisco),
            User("member3@example.org", PortalRole.CommitteeMember, Party.Cisco),
            User("partner@example.org", PortalRole.PartnerViewer, Party.Itu),
            User("owner@example.org", PortalRole.Applicant, null),
        };
        await db.SaveChangesAsync();
        return people;
    }

    private PortalUser User(string email, PortalRole role, Party? party)
    {
        var user = new PortalUser
        {
            UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(), EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString("N"), DisplayName = email.Split('@')[0], Party = party, CreatedAt = Start,
        };
        user.PasswordHash = _hasher.HashPassword(user, Password);
        db.Users.Add(user);
        db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = user.Id, RoleId = db.Roles.Single(known => known.Name == role.ToString()).Id });
        return user;
    }

    private async Task<Phase> PhaseAsync()
    {
        var phase = new Phase(1, LocalizedText.Of("Phase 1", "Phase 1"), new DateOnly(2024, 1, 1), new DateOnly(2025, 12, 31), Start);
        phase.Agree(Start);
        db.Add(phase);
        await db.SaveChangesAsync();
        return phase;
    }

    private async Task<Call> CallAsync(Phase phase, List<PortalUser> people)
    {
        var deadline = new Deadline(new DateTime(2024, 4, 30, 23, 59, 0), "Africa/Nairobi");
        var call = new Call(phase.Id, "call-1", LocalizedText.Of("Call for centres, phase 1", "Appel à candidatures, phase 1"), Start, deadline, CallDefaults.Form, Start);
        call.SetRules(new CallRules
        {
            LimitPerCountry = 1, Band = 3, MinimumScore = 50, ReviewsEach = 3, OfferDays = 14, Criteria = CallDefaults.Criteria, Qualifications = CallDefaults.Qualifications(),
        });
        call.SetCountries(CallDefaults.Countries(deadline));
        call.AgreeRules(Start);
        call.Publish(Start);
        var closed = deadline.EndsAt.AddDays(1);
        call.StartScreening(closed);
        call.StartScoring(screeningFinished: true, needsAgreed: true, closed.AddYears(5), closed);
        db.Add(call);
        db.AddRange(people.Where(user => user.Party is not null).Skip(1).Take(5).Select((user, at) => new CommitteeMember(
            call.Id, user.Id, user.DisplayName, user.Party!.Value, at < 2 ? CommitteeSeat.CoChair : CommitteeSeat.Member, at >= 2, isAlternate: false, nationality: null)));
        await db.SaveChangesAsync();
        foreach (var member in await db.CommitteeMembers.ToListAsync())
        {
            member.Declare(closed);
        }

        await db.SaveChangesAsync();
        return call;
    }

    private (Guid Id, string Reference) Candidacy(Call call, AssignmentBatch batch, List<PortalUser> people, int number)
    {
        var country = ReferenceCatalogue.Countries[number % ReferenceCatalogue.Countries.Count].Code;
        var owner = people[^1];
        var name = string.Create(CultureInfo.InvariantCulture, $"Institute of digital skills number {number + 1}");
        var institution = new Institution(name, name.ToLowerInvariant(), country, "Town", BodyKind.AcademicUnit, owner.Id, owner.DisplayName, Start);
        var reference = string.Create(CultureInfo.InvariantCulture, $"DTC1-2024-{number + 1:0000}");
        var candidacy = new Candidacy(reference, call.Id, institution.Id, country, call.Form.Sections, Start);
        foreach (var section in call.Form.Sections)
        {
            var answers = section.Fields.Where(field => field.Kind != FormFieldKind.File).ToDictionary(field => field.Key, field => Answer(field, number));
            candidacy.Sections.Single(stored => stored.Code == section.Code).Save(answers, SectionState.Complete, 0, owner.Id, owner.DisplayName, Start);
        }

        var content = SubmittedContent.Of(candidacy, call.Form.Sections.Select(section => section.Code), []).ToJson();
        candidacy.Submit(content, SubmittedContent.FingerprintOf(content), owner.Id, owner.DisplayName, Start.AddDays(10), call.DeadlineEndsAt);
        candidacy.SetEligibility(Eligibility.Eligible);
        db.AddRange(institution, candidacy);
        // some stay open for the driver to save
        var reviews = Reviews(call, batch, candidacy, people, submitAll: number is 0 or > Drafts);
        var weighted = call.Criteria.Select(criterion => new WeightedCriterion(criterion.Code, criterion.Weight)).ToList();
        var submitted = reviews.Where(review => review.IsSubmitted).Select(review => review.ToScores()).ToList();
        candidacy.SetScores(ScoreAggregation.Summarise(weighted, submitted));
        candidacy.SetReviewCounts(reviews.Count, submitted.Count);
        return (candidacy.Id, reference);
    }

    private List<Review> Reviews(Call call, AssignmentBatch batch, Candidacy candidacy, List<PortalUser> people, bool submitAll)
    {
        var weighted = call.Criteria.Select(criterion => new WeightedCriterion(criterion.Code, criterion.Weight)).ToList();
        var all = new List<Review>();
        foreach (var member in people.Where(user => user.Email!.StartsWith("member", StringComparison.Ordinal)))
        {
            var assignment = new ReviewAssignment(batch.Id, call.Id, candidacy.Id, member.Id, member.Party!.Value, all.Count + 1, Start);
            var review = new Review(assignment.Id, call.Id, candidacy.Id, member.Id, member.Party!.Value, weighted.Select(criterion => criterion.Code), Start);
            foreach (var criterion in weighted)
            {
                var score = (int)((ulong)SeededOrder.Derive(criterion.Code.Length + criterion.Weight, candidacy.Id) % 4) + (member.Email!.Length % 2) + 1;
                review.Score(criterion.Code, Math.Min(5, score), "Shown by figures of two years and by the letters that are attached to the section.", Start);
            }

            review.Write("Nothing confidential.", "A sound candidacy; show results by figures where you tell of them.", Start);
            if (submitAll)
            {
                review.Submit(weighted, Start);
            }

            db.AddRange(assignment, review);
            all.Add(review);
        }

        return all;
    }

    private static string Answer(FormField field, int number) => field.Kind switch
    {
        FormFieldKind.Number or FormFieldKind.Money => Math.Clamp((number % 90) + 10, field.Least ?? 0, field.Most ?? 1000).ToString(CultureInfo.InvariantCulture),
        FormFieldKind.Choice => field.Options[number % field.Options.Count].Value,
        FormFieldKind.YesNo or FormFieldKind.Checkbox => "true",
        FormFieldKind.LongText => string.Join(' ', Enumerable.Repeat($"We do this with care and can show what came of it ({field.Key}).", 8)),
        _ => $"{field.Key} {number}",
    };

    private async Task CentresAsync(Phase phase, List<(Guid Id, string Reference)> ids)
    {
        var seats = await db.Seats.AsNoTracking().Where(seat => seat.PhaseId == phase.Id).OrderBy(seat => seat.Number).ToListAsync();
        var chosen = ids.Take(centres).Select(id => id.Id).ToList();
        var stored = await db.Candidacies.AsNoTracking().Where(candidacy => chosen.Contains(candidacy.Id)).ToListAsync();
        var first = new ReportingPeriod(2024, 3);
        var plain = ReferenceCatalogue.Indicators.Where(indicator => !indicator.IsRatio).ToList();
        db.AddRange(ReferenceCatalogue.Indicators.Select((definition, at) => new Indicator(definition.Code, at, EntryOf(definition), Start)));
        var targets = new TargetSet(phase.Id);
        plain.ForEach(indicator => targets.Set(indicator.Code, null, null, 100));
        targets.Agree(Start);
        db.Add(targets);
        foreach (var (candidacy, at) in stored.Select((candidacy, at) => (candidacy, at)))
        {
            var country = ReferenceCatalogue.FindCountry(candidacy.Country)!;
            var slug = string.Create(CultureInfo.InvariantCulture, $"centre-{at + 1}");
            var centre = new Centre(candidacy.Id, candidacy.InstitutionId, phase.Id, seats[at].Id, slug, $"Centre {at + 1}", slug, candidacy.Country, country.Region, "Town", Guid.Empty, Start);
            centre.Activate(first.Previous.Start.AddDays(1));
            db.Add(centre);
            Figures(centre, first, plain);
        }

        await SaveAsync();
    }

    private void Figures(Centre centre, ReportingPeriod first, List<IndicatorDefinition> indicators)
    {
        var period = first;
        for (var quarter = 0; quarter < Quarters; quarter++, period = period.Next)
        {
            var now = period.End.AddDays(5);
            var report = new Report(centre.Id, period, 1, now);
            db.Add(report);
            foreach (var indicator in indicators)
            {
                var value = (80 + (quarter * 5) + (indicator.Code.Length % 9)) * ExactRounding.Million;
                report.Put(indicator.Code, value, null, new Dictionary<string, long>(), null);
                db.Add(new Observation(report.Id, centre.Id, centre.Region, period, indicator.Code, Observation.WholePart, value, null, 1, now));
                foreach (var (disaggregation, part, share) in Parts(indicator, value))
                {
                    db.Add(new Observation(report.Id, centre.Id, centre.Region, period, indicator.Code, $"{disaggregation}:{part}", share, null, 1, now));
                }
            }

            report.Submit("Reporter", now);
            report.Verify(Party.Itu, "Manager", now);
            report.Approve(Party.Cisco, "Manager", now);
        }
    }

    private static IEnumerable<(string Disaggregation, string Part, long Share)> Parts(IndicatorDefinition indicator, long value)
    {
        foreach (var code in indicator.Disaggregations)
        {
            var parts = ReferenceCatalogue.Disaggregations.Single(known => known.Code == code).Parts;
            var each = value / parts.Count / ExactRounding.Million * ExactRounding.Million;
            for (var at = 0; at < parts.Count; at++)
            {
                yield return (code, parts[at].Code, at == 0 ? value - (each * (parts.Count - 1)) : each);
            }
        }
    }

    private static IndicatorEntry EntryOf(IndicatorDefinition definition) => new()
    {
        Group = ReferenceCatalogue.IndicatorGroups.Single(group => group.Code == definition.Group).Name,
        Name = definition.Name, Definition = definition.Definition, Unit = definition.Unit, Direction = definition.Direction,
        OverTime = definition.OverTime, OverCentres = definition.OverCentres, Source = definition.Source, Computation = definition.Computation,
        Numerator = definition.Numerator, Denominator = definition.Denominator, Disaggregations = definition.Disaggregations, Decimals = definition.Decimals,
    };
}

/// <summary>What the driver asks for.</summary>
/// <param name="CallSlug">The call, in addresses.</param>
/// <param name="CallId">The call.</param>
/// <param name="PhaseId">Its phase.</param>
/// <param name="Reviewed">A candidacy with all reviews in.</param>
/// <param name="Drafts">Candidacies whose reviews are being written.</param>
internal sealed record SeededPlaces(string CallSlug, Guid CallId, Guid PhaseId, (Guid Id, string Reference) Reviewed, IReadOnlyList<(Guid Id, string Reference)> Drafts);
