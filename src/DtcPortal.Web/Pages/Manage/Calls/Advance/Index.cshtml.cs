using DtcPortal.Application.Calls;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Calls;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Advance;

/// <summary>Says what a step of a call does that cannot be undone, and asks once: publish, start screening, archive.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallService calls, CallQueries queries, PortalClock clock) : PortalPage
{
    public const string Publish = "publish";

    public const string StartScreening = "start-screening";

    public const string Archive = "archive";

    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    [FromRoute]
    public string Step { get; set; } = string.Empty;

    public CallOverview View { get; private set; } = null!;

    public CallState State => View.Head.StateAt(clock.Now);

    /// <summary>Whether the call stands where this step follows.</summary>
    public bool IsPossible => Step switch
    {
        Publish => View.Head.IsDraft && View.Head.RulesAgreedAt is not null,
        StartScreening => State == CallState.Closed,
        _ => State == CallState.Decided || IsEmpty,
    };

    /// <summary>Whether the deadline has passed and nobody stands, so that there is nothing to decide.</summary>
    public bool IsEmpty => Call.MayBeEmptyAt(State) && !View.Stands;

    public string Title => Step switch
    {
        Publish => T["Publish the call"],
        StartScreening => T["Start screening"],
        _ => T["Archive the call"],
    };

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync(long? version) => AttemptAsync(
        async () =>
        {
            var change = new CallChange { Actor = Actor, Slug = Slug, Version = version };
            switch (Step)
            {
                case Publish:
                    await calls.PublishAsync(change, Cancel);
                    Notice(T["The call is published."]);
                    break;
                case StartScreening:
                    await calls.StartScreeningAsync(change, Cancel);
                    Notice(T["Screening has started."]);
                    break;
                case Archive:
                    await calls.ArchiveAsync(change, Cancel);
                    Notice(T["The call is archived."]);
                    break;
                default:
                    return NotFound();
            }

            return Redirect($"/manage/calls/{Slug}");
        },
        ShowAsync);

    private async Task<IActionResult> ShowAsync()
    {
        if (Step is not (Publish or StartScreening or Archive))
        {
            return NotFound();
        }

        View = await queries.OverviewAsync(Slug, Cancel);
        return Page();
    }
}
