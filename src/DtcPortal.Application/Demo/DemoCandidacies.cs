using DtcPortal.Application.Accounts;
using DtcPortal.Application.Calls;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Demo;

/// <summary>A candidacy that was made.</summary>
/// <param name="Institution">Whose.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="Owner">Who wrote it.</param>
internal sealed record DemoCandidacy(DemoInstitution Institution, string Reference, Actor Owner);

/// <summary>Institutions with their accounts, and what they submit.</summary>
internal sealed class DemoCandidacies(DemoWorld world)
{
    private readonly Dictionary<int, Actor> _owners = [];
    private readonly byte[] _document = DemoDocument.Bytes;

    /// <summary>Makes the institution of a city and its account: one of the demonstration's where a name is given.</summary>
    public async Task<Actor> OwnerOfAsync(DemoInstitution institution, string? account = null)
    {
        if (_owners.TryGetValue(institution.Number, out var known))
        {
            return known;
        }

        var users = world.Get<DemoUsers>();
        var user = account is null
            ? users.Add($"owner{institution.Number + 1}@example.org", DemoPeople.NameOf((institution.Number * 2) + 1), PortalRole.Applicant)
            : await world.Db.Users.SingleAsync(found => found.Email == DemoUsers.EmailOf(account), world.Cancel);
        var stored = new Institution(
            institution.Name, TextFold.Of(institution.Name), institution.Country, institution.City, institution.Kind, user.Id, user.DisplayName, world.Get<PortalClock>().Now);
        stored.SetTies(isCiscoAcademy: institution.Number % 4 == 0, isItuCentre: institution.Number % 6 == 1);
        world.Db.Institutions.Add(stored);
        user.InstitutionId = stored.Id;
        await world.Db.SaveChangesAsync(world.Cancel);
        IReadOnlySet<PortalRole> roles = account is null ? new HashSet<PortalRole> { PortalRole.Applicant } : world.Account(account).Roles;
        var actor = DemoWorld.ActorOf(user, roles);
        if (account is not null)
        {
            world.Know(account, actor);
        }

        world.Forget();
        return _owners[institution.Number] = actor;
    }

    /// <summary>Writes and submits a candidacy; the clock stands at its arrival.</summary>
    public async Task<DemoCandidacy> SubmitAsync(DemoCalendar calendar, DemoInstitution institution, Actor owner)
    {
        var draft = await WriteAsync(calendar, institution, owner, section => section.Fields.Count > 0);
        await world.ActAsync(owner, () => world.Get<CandidacyService>().SubmitAsync(new SubmitCandidacy { Actor = owner, Reference = draft.Reference }, world.Cancel));
        return draft;
    }

    /// <summary>Writes a draft with those sections and their required documents.</summary>
    public async Task<DemoCandidacy> WriteAsync(DemoCalendar calendar, DemoInstitution institution, Actor owner, Func<FormSection, bool> sections)
    {
        var candidacies = world.Get<CandidacyService>();
        var form = CallDefaults.Form;
        var reference = await world.ActAsync(owner, () => candidacies.StartAsync(
            new StartCandidacy { Actor = owner, Call = calendar.Slug, Country = institution.Country }, world.Cancel));
        var written = form.Sections.Where(sections).ToList();
        await world.ActAsync(owner, () => candidacies.SaveSectionsAsync(
            new SaveSections
            {
                Actor = owner,
                Reference = reference,
                Sections = written.ToDictionary(
                    section => section.Code,
                    section => (IReadOnlyDictionary<string, string?>)DemoAnswers.To(section, institution, calendar.Number).ToDictionary(pair => pair.Key, pair => (string?)pair.Value)),
                Documents =
                [
                    .. written.SelectMany(section => section.Fields.Where(field => field is { Kind: FormFieldKind.File, IsRequired: true }).Select(field => new AttachDocument
                    {
                        Actor = owner, Reference = reference, Section = section.Code, Field = field.Key, FileName = $"{field.Key}.pdf", Content = new MemoryStream(_document),
                    })),
                ],
            },
            world.Cancel));
        return new DemoCandidacy(institution, reference, owner);
    }
}
