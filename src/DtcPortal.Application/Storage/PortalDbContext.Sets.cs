using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Partners;
using DtcPortal.Domain.Phases;
using DtcPortal.Domain.Reporting;
using DtcPortal.Domain.Selection;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Storage;

/// <summary>The aggregates.</summary>
public sealed partial class PortalDbContext
{
    /// <summary>Things that both parties sign.</summary>
    public DbSet<SignOffSheet> SignOffSheets => Set<SignOffSheet>();

    /// <summary>Phases.</summary>
    public DbSet<Phase> Phases => Set<Phase>();

    /// <summary>Seats of phases.</summary>
    public DbSet<Seat> Seats => Set<Seat>();

    /// <summary>Needs by region.</summary>
    public DbSet<NeedsAssessment> NeedsAssessments => Set<NeedsAssessment>();

    /// <summary>Countries in which the parties are present.</summary>
    public DbSet<PresenceList> PresenceLists => Set<PresenceList>();

    /// <summary>Calls.</summary>
    public DbSet<Call> Calls => Set<Call>();

    /// <summary>Criteria of calls.</summary>
    public DbSet<CallCriterion> CallCriteria => Set<CallCriterion>();

    /// <summary>Countries of calls.</summary>
    public DbSet<CallCountry> CallCountries => Set<CallCountry>();

    /// <summary>Public questions on calls.</summary>
    public DbSet<CallQuestion> CallQuestions => Set<CallQuestion>();

    /// <summary>Institutions.</summary>
    public DbSet<Institution> Institutions => Set<Institution>();

    /// <summary>People of institutions.</summary>
    public DbSet<InstitutionMember> InstitutionMembers => Set<InstitutionMember>();

    /// <summary>Candidacies.</summary>
    public DbSet<Candidacy> Candidacies => Set<Candidacy>();

    /// <summary>Sections of candidacies.</summary>
    public DbSet<CandidacySection> CandidacySections => Set<CandidacySection>();

    /// <summary>Submitted snapshots.</summary>
    public DbSet<CandidacySnapshot> CandidacySnapshots => Set<CandidacySnapshot>();

    /// <summary>Documents of candidacies.</summary>
    public DbSet<EvidenceDocument> EvidenceDocuments => Set<EvidenceDocument>();

    /// <summary>Who has which section open.</summary>
    public DbSet<SectionPresence> SectionPresences => Set<SectionPresence>();

    /// <summary>Who wrote what in sections.</summary>
    public DbSet<SectionRevision> SectionRevisions => Set<SectionRevision>();

    /// <summary>Reminders that were mailed.</summary>
    public DbSet<CandidacyReminder> CandidacyReminders => Set<CandidacyReminder>();

    /// <summary>Longer deadlines of single institutions.</summary>
    public DbSet<DeadlineExtension> DeadlineExtensions => Set<DeadlineExtension>();

    /// <summary>Screenings.</summary>
    public DbSet<Screening> Screenings => Set<Screening>();

    /// <summary>Questions to applicants.</summary>
    public DbSet<Clarification> Clarifications => Set<Clarification>();

    /// <summary>Committees of calls.</summary>
    public DbSet<CommitteeMember> CommitteeMembers => Set<CommitteeMember>();

    /// <summary>Conflicts of interest.</summary>
    public DbSet<ConflictOfInterest> ConflictsOfInterest => Set<ConflictOfInterest>();

    /// <summary>Assignments made at once.</summary>
    public DbSet<AssignmentBatch> AssignmentBatches => Set<AssignmentBatch>();

    /// <summary>Assignments.</summary>
    public DbSet<ReviewAssignment> ReviewAssignments => Set<ReviewAssignment>();

    /// <summary>Reviews.</summary>
    public DbSet<Review> Reviews => Set<Review>();

    /// <summary>Scores of reviews.</summary>
    public DbSet<CriterionScore> CriterionScores => Set<CriterionScore>();

    /// <summary>Discussion of candidacies.</summary>
    public DbSet<DiscussionEntry> DiscussionEntries => Set<DiscussionEntry>();

    /// <summary>Proposals and decisions.</summary>
    public DbSet<SelectionDecision> SelectionDecisions => Set<SelectionDecision>();

    /// <summary>Lines of proposals and decisions.</summary>
    public DbSet<SelectionLine> SelectionLines => Set<SelectionLine>();

    /// <summary>Offers.</summary>
    public DbSet<Offer> Offers => Set<Offer>();

    /// <summary>Waitlists.</summary>
    public DbSet<WaitlistEntry> WaitlistEntries => Set<WaitlistEntry>();

    /// <summary>Proposals for freed seats.</summary>
    public DbSet<SeatSuccession> SeatSuccessions => Set<SeatSuccession>();

    /// <summary>Centres.</summary>
    public DbSet<Centre> Centres => Set<Centre>();

    /// <summary>Agreements of centres.</summary>
    public DbSet<CentreAgreement> CentreAgreements => Set<CentreAgreement>();

    /// <summary>Activities.</summary>
    public DbSet<Activity> Activities => Set<Activity>();

    /// <summary>Income and costs.</summary>
    public DbSet<IncomeEntry> IncomeEntries => Set<IncomeEntry>();

    /// <summary>Indicators.</summary>
    public DbSet<Indicator> Indicators => Set<Indicator>();

    /// <summary>Targets of phases.</summary>
    public DbSet<TargetSet> TargetSets => Set<TargetSet>();

    /// <summary>Targets.</summary>
    public DbSet<Target> Targets => Set<Target>();

    /// <summary>Reports.</summary>
    public DbSet<Report> Reports => Set<Report>();

    /// <summary>Approved figures.</summary>
    public DbSet<Observation> Observations => Set<Observation>();

    /// <summary>Partners.</summary>
    public DbSet<Partner> Partners => Set<Partner>();

    /// <summary>Commitments of the annex.</summary>
    public DbSet<Commitment> Commitments => Set<Commitment>();

    /// <summary>Contributions.</summary>
    public DbSet<Contribution> Contributions => Set<Contribution>();
}
