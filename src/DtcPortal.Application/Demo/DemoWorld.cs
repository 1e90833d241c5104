using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Application.Demo;

/// <summary>What the builders of the demonstration share: its people, its calendar, its services and both signatures.</summary>
internal sealed class DemoWorld
{
    private const int QuartersEnded = 5;

    private readonly IServiceProvider _services;
    private readonly DemoTime _time;
    private readonly ActorAccessor _accessor;
    private readonly Dictionary<string, Actor> _actors;

    private DemoWorld(IServiceProvider services, Dictionary<string, Actor> actors, CancellationToken cancel)
    {
        (_services, _actors, Cancel) = (services, actors, cancel);
        _time = services.GetRequiredService<DemoTime>();
        _accessor = services.GetRequiredService<ActorAccessor>();
        Db = services.GetRequiredService<PortalDbContext>();
        // whole days, so that two starts on one day give the same data
        var first = _time.Beginning;
        Today = new DateTimeOffset(first.UtcDateTime.Date, TimeSpan.Zero);
        Quarters = [.. Enumerable.Range(0, QuartersEnded).Select(at => Back(ReportingPeriod.Of(first), QuartersEnded - at))];
    }

    /// <summary>The database.</summary>
    public PortalDbContext Db { get; }

    /// <summary>Ends the work.</summary>
    public CancellationToken Cancel { get; }

    /// <summary>Midnight, in UTC, of the day of the first start.</summary>
    public DateTimeOffset Today { get; }

    /// <summary>The five whole quarters that have ended, oldest first: the centres of phase 1 report these.</summary>
    public IReadOnlyList<ReportingPeriod> Quarters { get; }

    public Actor ManagerItu => _actors["manager.itu"];

    public Actor ManagerCisco => _actors["manager.cisco"];

    public Actor ChairItu => _actors["chair.itu"];

    public Actor ChairCisco => _actors["chair.cisco"];

    public static async Task<DemoWorld> OpenAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var users = await db.Users.AsNoTracking().ToListAsync(cancel);
        var roles = await db.UserRoles.AsNoTracking().ToListAsync(cancel);
        var names = await db.Roles.AsNoTracking().ToDictionaryAsync(role => role.Id, role => Enum.Parse<PortalRole>(role.Name!), cancel);
        return new DemoWorld(
            services,
            users.ToDictionary(
                user => user.Email!.Split('@')[0],
                user => ActorOf(user, roles.Where(role => role.UserId == user.Id).Select(role => names[role.RoleId]))),
            cancel);
    }

    /// <summary>An account as the one who acts.</summary>
    public static Actor ActorOf(PortalUser user, IEnumerable<PortalRole> roles) => new()
    {
        Id = user.Id, Name = user.DisplayName, Roles = roles.ToHashSet(), Party = user.Party, IsAlternate = user.IsAlternate,
        InstitutionId = user.InstitutionId, CentreId = user.CentreId, PartnerId = user.PartnerId,
    };

    /// <summary>An account of the demonstration, such as member1.</summary>
    public Actor Account(string name) => _actors[name];

    /// <summary>Replaces what is known of an account, after it joined an institution or centre.</summary>
    public void Know(string name, Actor actor) => _actors[name] = actor;

    /// <summary>A service of the pages.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Sets the clock to a day from today, at an hour; never into the future of the first start.</summary>
    public DateTimeOffset At(DateTimeOffset instant)
    {
        var at = instant < _time.Beginning ? instant : _time.Beginning;
        _time.Set(at);
        return at;
    }

    /// <summary>Sets the clock to so many days before today at an hour.</summary>
    public DateTimeOffset DaysAgo(int days, int hour = 10) => At(Today.AddDays(-days).AddHours(hour));

    /// <summary>Acts for somebody, so that the audit says so.</summary>
    public async Task ActAsync(Actor actor, Func<Task> act)
    {
        using (_accessor.Use(actor))
        {
            await act();
        }

        Forget();
    }

    /// <summary>Acts for somebody and returns what came of it.</summary>
    public async Task<T> ActAsync<T>(Actor actor, Func<Task<T>> act)
    {
        T result;
        using (_accessor.Use(actor))
        {
            result = await act();
        }

        Forget();
        return result;
    }

    /// <summary>One party's signature of the present version.</summary>
    public Task SignAsync(Actor chair, SignedKind kind, Guid subjectId) => ActAsync(chair, async () =>
    {
        var signing = Get<SigningService>();
        var sheet = await signing.RefreshAsync(kind, subjectId, Cancel);
        await signing.SignAsync(new SignRequest { Kind = kind, SubjectId = subjectId, Number = sheet.Number, Actor = chair }, Cancel);
    });

    /// <summary>Both parties' signatures.</summary>
    public async Task SignBothAsync(SignedKind kind, Guid subjectId)
    {
        await SignAsync(ChairItu, kind, subjectId);
        await SignAsync(ChairCisco, kind, subjectId);
    }

    /// <summary>Forgets what is tracked: what is stored is read again when it is needed.</summary>
    public void Forget() => Db.ChangeTracker.Clear();

    private static ReportingPeriod Back(ReportingPeriod period, int quarters)
    {
        for (; quarters > 0; quarters--)
        {
            period = period.Previous;
        }

        return period;
    }
}
