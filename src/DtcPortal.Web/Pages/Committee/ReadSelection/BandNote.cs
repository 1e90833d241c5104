using DtcPortal.Application.Localization;
using DtcPortal.Application.Selection;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Pages.Committee.ReadSelection;

/// <summary>What the presence band changed, said under the last row it speaks of.</summary>
/// <param name="Under">The candidacy under whose row it stands.</param>
/// <param name="Title">That it changed the order, or who is in.</param>
/// <param name="Text">For which seat, who came before whom, and what it did.</param>
public sealed record BandNote(Guid Under, string Title, string Text)
{
    /// <summary>The notes of a region: one for all that only changed the order, one for each that changed who is in.</summary>
    public static IReadOnlyList<BandNote> Of(IText text, SelectionGroup group, SelectionBasis basis)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(basis);
        var rows = group.Rows.ToDictionary(row => row.Candidacy.Id);
        // an override may have taken the seat away again, and a hidden candidacy is not spoken of
        var uses = group.BandUses.Where(use => rows.TryGetValue(use.Preferred, out var row) && row.Line.Seat is not null
            && !use.PassedOver.Append(use.Preferred).Any(id => !rows.TryGetValue(id, out var spoken) || spoken.Candidacy.IsHidden)).ToList();
        var order = uses.Where(use => use.Effect == BandEffect.Order).ToList();
        var notes = uses.Where(use => use.Effect == BandEffect.WhoIsIn).Select(use => WhoIsIn(text, use, rows, basis)).ToList();
        if (order.Count > 0)
        {
            notes.Add(Order(text, order, rows));
        }

        return notes;
    }

    private static BandNote Order(IText text, List<BandUse> uses, Dictionary<Guid, SelectionRow> rows)
    {
        var preferred = uses.Select(use => rows[use.Preferred]).OrderBy(row => row.Line.Seat).ToList();
        var passed = uses.SelectMany(use => use.PassedOver).Distinct().Select(id => rows[id]).OrderBy(row => row.Rank).ToList();
        return new BandNote(
            preferred[^1].Candidacy.Id,
            text["The band changed the order."],
            text.Plural(
                preferred.Count, "For seat {1} {2} went before {3}: a party is present there. Nobody lost a seat by it.", "For seats {1} {2} went before {3}: a party is present there. Nobody lost a seat by it.",
                text.And([.. preferred.Select(row => row.Line.Seat!.Value.ToString(System.Globalization.CultureInfo.CurrentCulture))]), Named(text, preferred), Named(text, passed)));
    }

    private static BandNote WhoIsIn(IText text, BandUse use, Dictionary<Guid, SelectionRow> rows, SelectionBasis basis)
    {
        var row = rows[use.Preferred];
        var country = text.Country(row.Candidacy.Country);
        var parties = new[] { Party.Itu, Party.Cisco }.Where(party => basis.IsPresent(party, row.Candidacy.Country)).Select(party => text.Of(party)).ToList();
        var loser = use.InPlaceOf is { } id && rows.TryGetValue(id, out var found) && !found.Candidacy.IsHidden ? text.Country(found.Candidacy.Country) : "–";
        return new BandNote(
            use.Preferred,
            text["The band changed who is in."],
            text["For seat {0} {1} went before {2}: {3} present in {4}. Without the band {5} would have the seat.",
                row.Line.Seat, Named(text, [row]), Named(text, [.. use.PassedOver.Select(passed => rows[passed])]), text.And(parties), country, loser]);
    }

    private static string Named(IText text, IReadOnlyList<SelectionRow> rows) =>
        text.And([.. rows.Select(row => $"{text.Country(row.Candidacy.Country)} ({SelectionWords.Points(row.Candidacy.Score)})")]);
}
