using DtcPortal.Application.Exporting;
using DtcPortal.Application.Localization;
using DtcPortal.Application.Selection;
using DtcPortal.Domain.Common;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Pages.Committee.ReadSelection;

/// <summary>A selection as a table to keep.</summary>
public static class SelectionFile
{
    /// <summary>The table; what a conflict hides from the reader is left out.</summary>
    public static ExportTable Of(IText text, SelectionView view)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(view);
        return new ExportTable(
            $"{view.Basis.Slug}-selection",
            [
                text["Reference"], text["Institution"], text["Country"], text["Region"], text["Outcome"], text["Seat"], text["Place on the waitlist"], text["Rank"],
                text["Score"], text["ITU mean"], text["Cisco mean"], text["Reviewers differ"], text["Why"],
            ],
            from shown in view.Table?.Groups ?? []
            from row in shown.Rows
            where !row.Candidacy.IsHidden
            select (IReadOnlyList<object?>)
            [
                row.Candidacy.Reference, row.Candidacy.Institution, text.Country(row.Candidacy.Country), text.Of(shown.Region), text.State(row).Text,
                row.Seat, row.PlaceInLine, row.Rank, Points(row.Candidacy.Score), Points(row.Candidacy.Itu), Points(row.Candidacy.Cisco),
                string.Join(", ", row.Candidacy.Differences), text.Why(row, shown, view.Basis.LimitPerCountry),
            ]);
    }

    private static decimal? Points(long? millionths) => millionths / (decimal)ExactRounding.Million;
}
