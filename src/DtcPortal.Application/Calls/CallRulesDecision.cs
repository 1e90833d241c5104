using System.Globalization;
using DtcPortal.Application.Common;
using DtcPortal.Application.Phases;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Calls;

/// <summary>Both sign all that a call says before it is published: text, dates, qualifications, criteria, weights, countries, questions (product.md 3).</summary>
public sealed class CallRulesDecision(PortalDbContext db) : IJointDecision
{
    /// <inheritdoc />
    public SignedKind Kind => SignedKind.CallRules;

    /// <inheritdoc />
    public async Task<JointContent> DescribeAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        var call = await CallEditor.Whole(db).SingleOrDefaultAsync(found => found.Id == subjectId, cancellationToken).OrNotFoundAsync();
        return new JointContent(
            new Message("Sign the rules of {0}", call.Title), $"/committee/calls/{call.Slug}/rules",
            [.. Text(call), .. Judging(call), .. Qualifications(call), .. Criteria(call), .. Countries(call), .. Questions(call.Form)],
            call.Id, call.Stage == CallStage.Draft && call.Gaps().Count == 0);
    }

    /// <inheritdoc />
    public async Task TakeEffectAsync(Guid subjectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var call = await db.Calls.SingleAsync(found => found.Id == subjectId, cancellationToken);
        call.AgreeRules(now);
    }

    private static IEnumerable<SignedLine> Text(Call call) =>
    [
        .. Lines.Of("Title", call.Title),
        .. Lines.Of("Summary", call.Summary),
        new("Opens", call.OpensAt.UtcDateTime.ToString("HH:mm 'UTC on' d MMMM yyyy", CultureInfo.InvariantCulture)),
        new("Deadline", Deadline(call.DeadlineLocal, call.DeadlineZone)),
        new("Where to send", call.PostalAddress),
        new("Whom to ask", $"{call.ContactName}, {call.ContactEmail}"),
        new("Languages", string.Join(", ", call.Languages)),
    ];

    private static IEnumerable<SignedLine> Judging(Call call)
    {
        var rules = call.ToRules();
        return
        [
            new("Seats for one country at most", Lines.Of(rules.LimitPerCountry)),
            new("Band", Lines.Of(rules.Band)),
            new("Least score", rules.MinimumScore is { } least ? Lines.Of(least) : "none"),
            new("Reviews for each candidacy", Lines.Of(rules.ReviewsEach)),
            new("Days to answer an offer", Lines.Of(rules.OfferDays)),
        ];
    }

    private static IEnumerable<SignedLine> Qualifications(Call call) => call.Qualifications.OrderBy(qualification => qualification.Position)
        .SelectMany(qualification => new SignedLine[]
        {
            new("Minimum qualification", Both(qualification.Text), qualification.Code),
            new("Evidence", Both(qualification.Evidence), qualification.Code),
            new("Checked by the portal", qualification.Check.ToString(), qualification.Code),
            new("Facts that show it", string.Join(", ", qualification.Fields), qualification.Code),
        });

    private static IEnumerable<SignedLine> Criteria(Call call) => call.ToRules().Criteria
        .SelectMany(criterion => (IEnumerable<SignedLine>)
        [
            new("Criterion", Both(criterion.Name), criterion.Code),
            new("Weight", Lines.Of(criterion.Weight), criterion.Code),
            new("Minimum", criterion.Minimum is { } least ? Lines.Of(least) : "none", criterion.Code),
            new("What it asks", Both(criterion.Description), criterion.Code),
            new("Sections read for it", string.Join(", ", criterion.Sections), criterion.Code),
            .. criterion.Rubric.Select((anchor, score) => new SignedLine("What a score looks like", Both(anchor), $"{criterion.Code}, {Lines.Of(score)}")),
        ]);

    private static IEnumerable<SignedLine> Countries(Call call) => call.Countries
        .Where(country => country.IsEligible || country.IsByHand)
        .OrderBy(country => country.Region).ThenBy(country => country.Country, StringComparer.Ordinal)
        .Select(country => new SignedLine(
            "Country", country.IsEligible ? "eligible" : "not eligible", ReferenceCatalogue.FindCountry(country.Country)?.NameIn(LocalizedText.English) ?? country.Country, country.Reason));

    private static IEnumerable<SignedLine> Questions(CandidacyForm form) => form.Sections.SelectMany(section => section.Fields.Select(field => new SignedLine(
        "Question",
        string.Join("; ", Parts(field)),
        $"{section.Title.InEnglish}, {field.Key}")));

    private static IEnumerable<string> Parts(FormField field)
    {
        yield return Both(field.Label);
        if (field.Hint is { } hint)
        {
            yield return Both(hint);
        }

        yield return field.IsRequired ? "required" : "optional";
        if (field.WordLimit is { } words)
        {
            yield return $"{Lines.Of(words)} words";
        }
    }

    private static string Both(LocalizedText text) => string.Join(" / ", text.Texts.Values);

    internal static string Deadline(DateTime local, string zone) => $"{local.ToString("HH:mm 'on' d MMMM yyyy", CultureInfo.InvariantCulture)} ({zone})";
}
