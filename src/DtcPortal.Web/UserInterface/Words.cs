using System.Globalization;
using DtcPortal.Application.Common;
using DtcPortal.Application.Localization;
using DtcPortal.Application.Partners;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Partners;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Web.UserInterface;

/// <summary>The one word for each state, region, country, party and period, the same in pages, lists and files.</summary>
public static class Words
{
    /// <summary>A region.</summary>
    public static string Of(this IText text, Region region) => region switch
    {
        Region.Africa => text["Africa"],
        Region.AsiaPacific => text["Asia-Pacific"],
        Region.ArabStates => text["Arab States"],
        Region.Cis => text["CIS"],
        Region.Americas => text["Americas"],
        Region.Europe => text["Europe"],
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, "Not a region of ITU."),
    };

    /// <summary>A country by its two-letter code; the code itself when it is none of the reference data.</summary>
    public static string Country(this IText text, string? code) => ReferenceCatalogue.FindCountry(code)?.NameIn(text.Language) ?? code ?? string.Empty;

    /// <summary>A language by its two-letter code; the code itself when candidacies cannot be written in it.</summary>
    public static string LanguageName(this IText text, string code) => code switch
    {
        "en" => text["English"],
        "fr" => text["French"],
        "es" => text["Spanish"],
        "ar" => text["Arabic"],
        "zh" => text["Chinese"],
        "ru" => text["Russian"],
        _ => code,
    };

    /// <summary>A party.</summary>
    public static string Of(this IText text, Party party) => text.Of(party.Name());

    /// <summary>A party within a sentence, with its article where the language asks for one.</summary>
    public static string The(this IText text, Party party) => text.Of(party.NameInSentence());

    /// <summary>Who gives: a party by its name in the reader's language, another partner as it is called.</summary>
    public static string Partner(this IText text, ContributionRow contribution)
    {
        ArgumentNullException.ThrowIfNull(contribution);
        return text.Partner(contribution.Party, contribution.Partner);
    }

    /// <summary>A party by its name in the reader's language, another partner as it is called.</summary>
    public static string Partner(this IText text, Party? party, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        return party is { } found ? text.Of(found) : name;
    }

    /// <summary>A quarter: 2026-Q3, 2026-T3.</summary>
    public static string Of(this IText text, ReportingPeriod period) => text["{0}", period];

    /// <summary>A span of quarters by its months: January to June 2026, July 2025 to June 2026.</summary>
    public static string Of(this IText text, ReportingPeriod from, ReportingPeriod to) =>
        text["{0} to {1}|months", from.FirstDay.ToString(from.Year == to.Year ? "MMMM" : "MMMM yyyy", CultureInfo.CurrentCulture), to.LastDay.ToString("MMMM yyyy", CultureInfo.CurrentCulture)];

    /// <summary>Where a call stands.</summary>
    public static StateWord State(this IText text, CallState state) => state switch
    {
        CallState.Draft => new(Tone.Plain, text["Draft|call"]),
        CallState.Published => new(Tone.Info, text["Opens soon"]),
        CallState.Open => new(Tone.Good, text["Open|state"]),
        CallState.Closed => new(Tone.Plain, text["Closed|call"]),
        CallState.Screening => new(Tone.Info, text["Screening"]),
        CallState.Scoring => new(Tone.Info, text["Scoring"]),
        CallState.Deliberation => new(Tone.Info, text["Deliberation"]),
        CallState.Decided => new(Tone.Plain, text["Decided"]),
        CallState.Archived => new(Tone.Plain, text["Archived"]),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of a call."),
    };

    /// <summary>Where a centre stands.</summary>
    public static StateWord State(this IText text, CentreState state) => state switch
    {
        CentreState.Accepted => new(Tone.Info, text["Accepted|centre"]),
        CentreState.AgreementPending => new(Tone.Watch, text["Agreement pending"]),
        CentreState.Active => new(Tone.Good, text["Active|centre"]),
        CentreState.Suspended => new(Tone.Watch, text["Suspended"]),
        CentreState.Ended => new(Tone.Plain, text["Ended|centre"]),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of a centre."),
    };

    /// <summary>Where a report stands.</summary>
    public static StateWord State(this IText text, ReportState state) => state switch
    {
        ReportState.Draft => new(Tone.Plain, text["Draft|report"]),
        ReportState.Submitted => new(Tone.Info, text["Submitted|report"]),
        ReportState.Returned => new(Tone.Watch, text["Returned|report"]),
        ReportState.Verified => new(Tone.Info, text["Verified|report"]),
        ReportState.Approved => new(Tone.Good, text["Approved|report"]),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of a report."),
    };

    /// <summary>Where a contribution stands: intended, never owed (M3).</summary>
    public static StateWord State(this IText text, ContributionState state) => state switch
    {
        ContributionState.Pledged => new(Tone.Info, text["Pledged"]),
        ContributionState.Confirmed => new(Tone.Info, text["Confirmed"]),
        ContributionState.Delivered => new(Tone.Good, text["Delivered"]),
        ContributionState.Withdrawn => new(Tone.Plain, text["Withdrawn|contribution"]),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of a contribution."),
    };

    /// <summary>What is given.</summary>
    public static string Of(this IText text, ContributionKind kind) => kind switch
    {
        ContributionKind.Curriculum => text["Curriculum"],
        ContributionKind.Materials => text["Materials"],
        ContributionKind.Expertise => text["Expertise"],
        ContributionKind.DataAccess => text["Access to data"],
        ContributionKind.Promotion => text["Promotion"],
        ContributionKind.Funding => text["Funding"],
        ContributionKind.InKind => text["In kind"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of contribution."),
    };

    /// <summary>Who committed.</summary>
    public static string Of(this IText text, CommitmentOwner owner) => owner switch
    {
        CommitmentOwner.Itu => text.Of(Party.Itu),
        CommitmentOwner.Cisco => text.Of(Party.Cisco),
        CommitmentOwner.Centres => text["The centres"],
        _ => throw new ArgumentOutOfRangeException(nameof(owner), owner, "Not an owner of a commitment."),
    };

    /// <summary>Where a commitment stands.</summary>
    public static StateWord State(this IText text, CommitmentStatus status) => status switch
    {
        CommitmentStatus.NotStarted => new(Tone.Plain, text["Not started|commitment"]),
        CommitmentStatus.UnderWay => new(Tone.Info, text["Under way"]),
        CommitmentStatus.Met => new(Tone.Good, text["Met|commitment"]),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status of a commitment."),
    };

    /// <summary>What kind of partner.</summary>
    public static string Of(this IText text, PartnerKind kind) => kind switch
    {
        PartnerKind.Party => text["Party"],
        PartnerKind.Network => text["Network partner"],
        PartnerKind.Funder => text["Funder"],
        PartnerKind.Government => text["Government"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of partner."),
    };
}
