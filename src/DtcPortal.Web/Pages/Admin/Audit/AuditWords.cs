using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Localization;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Partners;
using DtcPortal.Domain.Phases;
using DtcPortal.Domain.Reporting;
using DtcPortal.Domain.Selection;

namespace DtcPortal.Web.Pages.Admin.Audit;

/// <summary>Words of the kinds of things that the audit speaks of.</summary>
public static class AuditWords
{
    /// <summary>A kind of thing by its name in the audit; the name itself when an older version wrote of a kind that is no more.</summary>
    public static string KindOf(this IText T, string entity) => entity switch
    {
        nameof(Call) => T["Call"],
        nameof(CallAmendment) => T["Amendment of a call"],
        nameof(CallCountry) => T["Country of a call"],
        nameof(CallCriterion) => T["Criterion"],
        nameof(CallQuestion) => T["Question on a call"],
        nameof(MinimumQualification) => T["Minimum qualification"],
        nameof(Candidacy) => T["Candidacy"],
        nameof(CandidacyReminder) => T["Reminder of a deadline"],
        nameof(CandidacySection) => T["Section of a candidacy"],
        nameof(CandidacySnapshot) => T["Submitted candidacy"],
        nameof(Clarification) => T["Clarification"],
        nameof(DeadlineExtension) => T["Extension of a deadline"],
        nameof(EvidenceDocument) => T["Evidence"],
        nameof(Institution) => T["Institution"],
        nameof(InstitutionMember) => T["Member of an institution"],
        nameof(Screening) => T["Screening"],
        nameof(ScreeningCheck) => T["Check of a qualification"],
        nameof(AssignmentBatch) => T["Assignments made at once"],
        nameof(CommitteeMember) => T["Member of the committee"],
        nameof(ConflictOfInterest) => T["Conflict of interest"],
        nameof(CriterionScore) => T["Score"],
        nameof(DiscussionEntry) => T["Part of a discussion"],
        nameof(Review) => T["Review"],
        nameof(ReviewAssignment) => T["Assignment"],
        nameof(SelectionDecision) => T["Selection"],
        nameof(SelectionLine) => T["Line of a selection"],
        nameof(Offer) => T["Offer"],
        nameof(SeatSuccession) => T["Succession to a seat"],
        nameof(WaitlistEntry) => T["Place on the waitlist"],
        nameof(SignOff) => T["Signature"],
        nameof(SignOffSheet) => T["Version to sign"],
        nameof(NeedsAssessment) => T["Needs assessment"],
        nameof(RegionalNeed) => T["Need of a region"],
        nameof(Phase) => T["Phase"],
        nameof(PhaseAmendment) => T["Amendment of a phase"],
        nameof(PresenceList) => T["Presence of a party"],
        nameof(Seat) => T["Seat"],
        nameof(Activity) => T["Activity"],
        nameof(ActivityCommitment) => T["Commitment of a centre"],
        nameof(Centre) => T["Centre"],
        nameof(CentreAgreement) => T["Agreement"],
        nameof(IncomeEntry) => T["Income"],
        nameof(Indicator) => T["Indicator"],
        nameof(Report) => T["Report"],
        nameof(ReportRemark) => T["Remark on a report"],
        nameof(ReportValue) => T["Figure of a report"],
        nameof(Target) => T["Target"],
        nameof(TargetSet) => T["Targets of a phase"],
        nameof(Commitment) => T["Commitment of a party"],
        nameof(Contribution) => T["Contribution"],
        nameof(Partner) => T["Partner"],
        nameof(PortalUser) => T["Account"],
        "UserRole" => T["Role of an account"],
        "Role" => T["Role"],
        nameof(ClockOffset) => T["Clock of the demonstration"],
        _ => entity,
    };
}
