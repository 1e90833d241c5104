using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Partners;
using DtcPortal.Domain.Partners;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Partners;

/// <summary>Partner organisations, to which partner viewers are attached.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(PartnerService service, PartnerQueries partners) : PortalPage
{
    /// <summary>A new partner.</summary>
    [BindProperty]
    public PartnerInput Input { get; set; } = new();

    /// <summary>The partners.</summary>
    public IReadOnlyList<PartnerRow> Partners { get; private set; } = [];

    /// <summary>Kinds to choose from.</summary>
    public IReadOnlyList<Choice> Kinds =>
        [.. new[] { PartnerKind.Network, PartnerKind.Funder, PartnerKind.Government }.Select(kind => new Choice(kind.ToString(), T.Of(kind)))];

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync() => Partners = await partners.ListAsync(Cancel);

    /// <summary>Makes one.</summary>
    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await service.CreateAsync(new CreatePartner { Actor = Actor, Name = Input.Name, Kind = Input.Kind!.Value }, Cancel);
            Notice(T["{0} is a partner now. An administrator can invite its people.", Input.Name]);
            return Redirect("/manage/partners");
        },
        async () =>
        {
            await OnGetAsync();
            return Page();
        });
}

/// <summary>A partner organisation.</summary>
public sealed class PartnerInput
{
    /// <summary>Its name.</summary>
    [Required(ErrorMessage = "Write a name.")]
    [StringLength(Domain.Partners.Partner.NameLength)]
    public string? Name { get; set; }

    /// <summary>Its kind.</summary>
    [Required(ErrorMessage = "Choose what kind of partner it is.")]
    public PartnerKind? Kind { get; set; }
}
