using DtcPortal.Application.Accounts;
using DtcPortal.Application.Centres;
using DtcPortal.Application.Selection;
using DtcPortal.Domain.Centres;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Demo;

/// <summary>From the proposal to active centres.</summary>
internal sealed class DemoSelection(DemoWorld world)
{
    /// <summary>A co-chair makes the proposal by the rules. Returns the decision's key.</summary>
    public async Task<Guid> ProposeAsync(DemoCalendar calendar) => (await world.ActAsync(world.ChairItu, () => world.Get<SelectionService>().ProposeAsync(
        new ProposeSelection { Actor = world.ChairItu, CallSlug = calendar.Slug }, world.Cancel))).DecisionId;

    /// <summary>All chosen institutions accept.</summary>
    public async Task<IReadOnlyList<DemoCentre>> AcceptAsync(DemoCalendar calendar, IReadOnlyList<DemoCandidacy> submitted)
    {
        var offered = await (
            from offer in world.Db.Offers.AsNoTracking()
            join candidacy in world.Db.Candidacies on offer.CandidacyId equals candidacy.Id
            join call in world.Db.Calls on offer.CallId equals call.Id
            where call.Slug == calendar.Slug
            select candidacy.Reference).ToListAsync(world.Cancel);
        var centres = new List<DemoCentre>();
        foreach (var chosen in submitted.Where(one => offered.Contains(one.Reference)))
        {
            var at = world.At(calendar.Before(124 - (centres.Count % 10)));
            var slug = await world.ActAsync(chosen.Owner, () => world.Get<OfferService>().AcceptAsync(
                new AcceptOffer { Actor = chosen.Owner, Reference = chosen.Reference, Arrival = at }, world.Cancel));
            var user = await world.Db.Users.AsNoTracking().SingleAsync(found => found.Id == chosen.Owner.Id, world.Cancel);
            var manager = DemoWorld.ActorOf(user, [PortalRole.Applicant, PortalRole.CentreManager]);
            centres.Add(new DemoCentre(slug, centres.Count, chosen.Institution, manager));
            if (chosen.Institution.City == "Bouaké")
            {
                await JoinAsync(manager);
            }
        }

        return centres;
    }

    /// <summary>ITU enters the agreements, both sign, and the centres are active.</summary>
    public async Task ActivateAsync(DemoCalendar calendar, IReadOnlyList<DemoCentre> centres)
    {
        var agreements = world.Get<AgreementService>();
        var itu = world.ManagerItu;
        foreach (var centre in centres)
        {
            world.At(calendar.Before(20));
            using var content = new MemoryStream(DemoDocument.Bytes);
            await world.ActAsync(itu, () => agreements.SaveAsync(
                new SaveAgreement
                {
                    Actor = itu, Centre = centre.Slug, StartsOn = DateOnly.FromDateTime(calendar.Base.UtcDateTime), FileName = "agreement.pdf", Content = content,
                    Commitments = new Dictionary<ActivityKind, int> { [ActivityKind.Training] = 3 + (centre.Number % 2), [ActivityKind.TrainingOfTrainers] = 1, [ActivityKind.PolicyWorkshop] = 1 },
                },
                world.Cancel));
            var read = (await world.Get<ManagedCentreQueries>().FindAsync(centre.Slug, world.Cancel)).Agreement!.Fingerprint;
            world.At(calendar.Before(6));
            await world.ActAsync(itu, () => agreements.SignForItuAsync(itu, centre.Slug, read, world.Cancel));
            world.At(calendar.Before(0));
            await world.ActAsync(centre.Manager, () => agreements.SignForCentreAsync(centre.Manager, read, world.Cancel));
        }
    }

    // centre1 manages this centre, centre2 reports for it
    private async Task JoinAsync(Actor manager)
    {
        world.Know("centre1", manager);
        var reporter = await world.Db.Users.SingleAsync(found => found.Email == DemoUsers.EmailOf("centre2"), world.Cancel);
        reporter.CentreId = manager.CentreId;
        await world.Db.SaveChangesAsync(world.Cancel);
        world.Know("centre2", DemoWorld.ActorOf(reporter, world.Account("centre2").Roles));
        world.Forget();
    }
}
