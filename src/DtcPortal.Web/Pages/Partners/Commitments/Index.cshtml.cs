using DtcPortal.Application.Exporting;
using DtcPortal.Application.Partners;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Partners;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Partners.Commitments;

/// <summary>The annex's commitments with owner, status and evidence.</summary>
[Authorize(Policy = nameof(Policies.PartnersAndCentres))]
public sealed class IndexModel(PartnerQueries partners) : PortalPage
{
    /// <summary>By owner.</summary>
    public IReadOnlyList<IGrouping<CommitmentOwner, CommitmentRow>> Owners { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync() => Owners = [.. (await partners.CommitmentsAsync(Cancel)).GroupBy(row => row.Owner)];

    /// <summary>The list as a file.</summary>
    public async Task<IActionResult> OnGetDownloadAsync(string? format)
    {
        var rows = await partners.CommitmentsAsync(Cancel);
        return new ExportTable(
            "commitments",
            [T["Owner"], T["Number|place"], T["Commitment"], T["State"], T["Evidence"], T["Changed on"], T["Changed by"]],
            rows.Select(row => new object?[] { T.Of(row.Owner), row.Number, T.Of(row.Text), T.State(row.Status).Text, row.Evidence, row.ChangedByName is null ? null : row.ChangedAt, row.ChangedByName }))
            .ToFile(format);
    }

    /// <summary>The short name of a commitment; null when the reference data has none.</summary>
    public string? TitleOf(CommitmentRow row) =>
        ReferenceCatalogue.Commitments.Where(definition => definition.Owner == row.Owner).ElementAtOrDefault(row.Number - 1) is { } definition ? T.Of(definition.Title) : null;
}
