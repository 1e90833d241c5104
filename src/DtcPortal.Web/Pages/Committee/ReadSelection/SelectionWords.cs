using System.Globalization;
using DtcPortal.Application.Localization;
using DtcPortal.Application.Selection;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Pages.Committee.ReadSelection;

/// <summary>The sentences of a selection: where a candidacy stands, why, and what need, supply and band did.</summary>
public static class SelectionWords
{
    /// <summary>Where a candidacy stands.</summary>
    public static StateWord State(this IText text, SelectionOutcome outcome) => outcome switch
    {
        SelectionOutcome.Chosen => new(Tone.Good, text["In|selection"]),
        SelectionOutcome.Waitlisted => new(Tone.Info, text["Waitlist"]),
        _ => new(Tone.Plain, text["Out|selection"]),
    };

    /// <summary>Where an offer stands.</summary>
    public static StateWord State(this IText text, OfferState state) => state switch
    {
        OfferState.Accepted => new(Tone.Good, text["Accepted|offer"]),
        OfferState.Declined => new(Tone.Plain, text["Declined|offer"]),
        OfferState.Lapsed => new(Tone.Plain, text["Lapsed|offer"]),
        _ => new(Tone.Info, text["Offered"]),
    };

    /// <summary>Where a candidacy stands now: its offer says more than the decision.</summary>
    public static StateWord State(this IText text, SelectionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Offer is { } offer ? text.State(offer) : text.State(row.Line.Outcome);
    }

    /// <summary>How many seats are given now and how the others stand.</summary>
    public static string Counts(this IText text, SelectionTable table, int cap)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(table);
        var (given, waiting, outside) = (table.Rows.Count(row => row.Seat is not null), table.Rows.Count(row => row.Waits), table.Count(SelectionOutcome.Out));
        var left = table.Left == 0 ? string.Empty : $", {text.Plural(table.Left, "{0} declined or lapsed", "{0} declined or lapsed|many")}";
        return $"{text.Plural(given, "{0} of {1} seats given|one", "{0} of {1} seats given", cap)}{left}, {text.Others(waiting, outside)}";
    }

    /// <summary>How many have no seat: "8 waitlisted, 2 out".</summary>
    public static string Others(this IText text, int waiting, int outside)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"{text["{0} waitlisted", waiting]}, {text.Plural(outside, "{0} out", "{0} out|many")}";
    }

    /// <summary>Points from millionths, one place after the point.</summary>
    public static string Points(long? millionths, int decimals = 1) => millionths is { } value ? Figures.Number(value / (decimal)ExactRounding.Million, decimals) : "–";

    /// <summary>A rank, shared ones with a sign.</summary>
    public static string Rank(SelectionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Rank is { } rank ? rank.ToString(CultureInfo.CurrentCulture) + (row.IsTied ? "=" : string.Empty) : "–";
    }

    /// <summary>Where reviewers differ: "C6 by 2".</summary>
    public static string Differences(this IText text, IReadOnlyList<string> differences)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(differences);
        return string.Join(", ", differences.Select(difference => difference.Split(' ') is [var code, var by] ? text["{0} by {1}", code, by] : difference));
    }

    /// <summary>Why a candidacy is in, waits or is out.</summary>
    public static string Why(this IText text, SelectionRow row, SelectionGroup group, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(group);
        if (row.OverrideReason is { } reason)
        {
            return text["Put here by override: {0}", reason];
        }

        if (row.HasLeft || row.TakenSeat is not null)
        {
            return row.HasLeft ? text["It had seat {0}; the seat went on", row.TakenSeat ?? row.Line.Seat] : text["Came next for seat {0}", row.TakenSeat];
        }

        var use = group.BandUses.FirstOrDefault(found => found.Preferred == row.Candidacy.Id);
        if (use is not null)
        {
            return text["Presence, in band with {0}", CountryOf(text, group, use.PassedOver[0])];
        }

        var other = row.Other is null ? "–" : text.Country(row.Other.Country);
        return row.Line.Reason switch
        {
            OutcomeReason.Presence => text["Presence, in band with {0}", other],
            OutcomeReason.C9 => text["Same score as {0}, higher on C9", other],
            OutcomeReason.C7 => text["Same score and C9 as {0}, higher on C7", other],
            OutcomeReason.Lot => text["Equal to {0}, by lot", other],
            OutcomeReason.Uncontested or OutcomeReason.Score => ReferenceEquals(group.Rows[0], row) ? text["Best score of the region"] : text["Best remaining score"],
            OutcomeReason.CountryLimit => text.Plural(limit, "{1} has its one seat", "{1} has its {0} seats", text.Country(row.Candidacy.Country)),
            OutcomeReason.NoSeatForRegion => text["The region has no seat"],
            OutcomeReason.NotRankable => text["Reviews are missing"],
            OutcomeReason.BelowMinimum => text["{0}, below the minimum of {1}", Points(row.Line.Value), Minimum(row.Line.Threshold)],
            OutcomeReason.BelowCriterionMinimum => text["{0} {1}, below the minimum of {2}", row.Line.Criterion, Points(row.Line.Value), Points(row.Line.Threshold)],
            _ => InLine(text, row, group),
        };
    }

    /// <summary>What the head of a region says: "need 71.8 · 6 in the pool from 4 countries, 1 out".</summary>
    public static string Facts(this IText text, SelectionGroup group)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(group);
        var pool = group.Pool == 0 ? text["none in the pool"]
            : group.Countries < group.Pool
                ? text["{0} in the pool from {1}", group.Pool, text.Plural(group.Countries, "{0} country", "{0} countries")]
                : text["{0} in the pool", group.Pool];
        var outside = group.Out == 0 ? string.Empty : $", {text.Plural(group.Out, "{0} out", "{0} out|many")}";
        var held = group.Taken == 0 ? string.Empty : $" · {text.Plural(group.Taken, "{0} seat from an earlier call", "{0} seats from an earlier call")}";
        return $"{text["need {0}", Figures.Number(group.Need, 1)]} · {pool}{outside}{held}";
    }

    /// <summary>"Africa: 4 seats", as they are now.</summary>
    public static string Head(this IText text, SelectionTable table, SelectionGroup group)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(group);
        var seats = table.Places(group).Count;
        return seats == 0 ? text["{0}: no seat", text.Of(group.Region)] : text.Plural(seats, "{1}: {0} seat", "{1}: {0} seats", text.Of(group.Region));
    }

    /// <summary>Why a region has no seat, for its empty place.</summary>
    public static string NoSeat(this IText text, SelectionGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.Rows.Count == 0 ? text["none sent"] : group.Pool == 0 ? text["none fit"] : text["no seat"];
    }

    /// <summary>The sentence that explains how many seats each region has.</summary>
    public static string Explain(this IText text, SelectionTable table, SelectionBasis basis, int cap, string? adjustmentReason)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(basis);
        if (adjustmentReason is not null)
        {
            return text["The seats by region were adjusted: {0}", adjustmentReason];
        }

        var sentences = new List<string> { text["Need sets the order, supply the limit."] };
        if (table.Groups.Sum(group => group.Taken) is > 0 and var held)
        {
            sentences.Add(text.Plural(held, "{0} seat from an earlier call of this phase counts for its region.", "{0} seats from an earlier call of this phase count for their regions."));
        }

        var moved = table.MovedBySupply(cap, basis.Needs);
        var lost = table.Groups.Where(group => moved.GetValueOrDefault(group.Region) < 0).ToList();
        var gained = table.Groups.Where(group => moved.GetValueOrDefault(group.Region) > 0).ToList();
        var silent = lost.Where(group => group.Rows.Count == 0).Select(group => text.Of(group.Region)).ToList();
        var empty = lost.Where(group => group.Pool == 0 && group.Rows.Count > 0).Select(group => text.Of(group.Region)).ToList();
        if (empty.Count > 0)
        {
            sentences.Add(text["Nobody in {0} is above the minimums.", text.And(empty)]);
        }

        if (silent.Count > 0)
        {
            sentences.Add(text["None was sent from {0}.", text.And(silent)]);
        }

        sentences.AddRange(lost.Where(group => group.Pool > 0).Select(group => text.Plural(group.Seats, "{1} can fill {0} seat only.", "{1} can fill {0} seats only.", text.Of(group.Region))));
        if (gained.Count > 0)
        {
            sentences.Add(text["So these have more seats than by need alone: {0}.", text.And([.. gained.Select(group => $"{text.Of(group.Region)} (+{moved[group.Region]})")])]);
        }

        var left = cap - table.Count(SelectionOutcome.Chosen);
        if (left > 0)
        {
            sentences.Add(text.Plural(left, "{0} seat stays empty: nobody can fill it.", "{0} seats stay empty: nobody can fill them."));
        }

        return table.Left > 0 ? text["As it was signed: {0}", string.Join(" ", sentences)] : string.Join(" ", sentences);
    }

    /// <summary>Things in a row: "A, B and C".</summary>
    public static string And(this IText text, IReadOnlyList<string> things)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(things);
        return things.Count < 2 ? string.Concat(things) : text["{0} and {1}", string.Join(", ", things.Take(things.Count - 1)), things[^1]];
    }

    // who waits before one of more merit does so for presence in the band
    private static string InLine(IText text, SelectionRow row, SelectionGroup group)
    {
        var passed = group.Rows.Where(other => other.PlaceInLine > row.PlaceInLine && !other.Candidacy.IsHidden && other.Candidacy.Score > row.Candidacy.Score)
            .MaxBy(other => other.Candidacy.Score);
        var place = InLine(text, row.PlaceInLine ?? row.Line.WaitlistPlace ?? 0);
        return passed is null ? place : text["{0}; presence, in band with {1}", place, text.Country(passed.Candidacy.Country)];
    }

    private static string InLine(IText text, int place) => place switch
    {
        1 => text["First in line for the region"],
        2 => text["Second in line"],
        3 => text["Third in line"],
        _ => text["In place {0} of the line", place],
    };

    private static string CountryOf(IText text, SelectionGroup group, Guid candidacy) =>
        group.Rows.FirstOrDefault(row => row.Candidacy.Id == candidacy) is { } row ? text.Country(row.Candidacy.Country) : "–";

    private static string Minimum(long? millionths) =>
        millionths is { } value ? Figures.Number(value / (decimal)ExactRounding.Million, value % ExactRounding.Million == 0 ? 0 : 1) : "–";
}
