using DtcPortal.Application.Accounts;
using DtcPortal.Application.Auditing;
using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage.Configurations;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Storage;

public sealed partial class PortalDbContext
{
    // by name: looking for them would load every type of the program at each start (docs/adr/0011)
    private static void ApplyConfigurations(ModelBuilder builder)
    {
        builder.ApplyConfiguration(new ActivityCommitmentConfiguration());
        builder.ApplyConfiguration(new ActivityConfiguration());
        builder.ApplyConfiguration(new AssignmentBatchConfiguration());
        builder.ApplyConfiguration(new AuditEntryConfiguration());
        builder.ApplyConfiguration(new AuditHeadConfiguration());
        builder.ApplyConfiguration(new CallAmendmentConfiguration());
        builder.ApplyConfiguration(new CallConfiguration());
        builder.ApplyConfiguration(new CallCountryConfiguration());
        builder.ApplyConfiguration(new CallCriterionConfiguration());
        builder.ApplyConfiguration(new CallQuestionConfiguration());
        builder.ApplyConfiguration(new CandidacyConfiguration());
        builder.ApplyConfiguration(new CandidacyReminderConfiguration());
        builder.ApplyConfiguration(new CandidacySectionConfiguration());
        builder.ApplyConfiguration(new CandidacySnapshotConfiguration());
        builder.ApplyConfiguration(new CentreAgreementConfiguration());
        builder.ApplyConfiguration(new CentreConfiguration());
        builder.ApplyConfiguration(new ClarificationConfiguration());
        builder.ApplyConfiguration(new ClockOffsetConfiguration());
        builder.ApplyConfiguration(new CommitmentConfiguration());
        builder.ApplyConfiguration(new CommitteeMemberConfiguration());
        builder.ApplyConfiguration(new ConflictOfInterestConfiguration());
        builder.ApplyConfiguration(new ContributionConfiguration());
        builder.ApplyConfiguration(new CriterionScoreConfiguration());
        builder.ApplyConfiguration(new DeadlineExtensionConfiguration());
        builder.ApplyConfiguration(new DiscussionEntryConfiguration());
        builder.ApplyConfiguration(new EvidenceDocumentConfiguration());
        builder.ApplyConfiguration(new IncomeEntryConfiguration());
        builder.ApplyConfiguration(new IndicatorConfiguration());
        builder.ApplyConfiguration(new InstitutionConfiguration());
        builder.ApplyConfiguration(new InstitutionMemberConfiguration());
        builder.ApplyConfiguration(new LoginConfiguration());
        builder.ApplyConfiguration(new MinimumQualificationConfiguration());
        builder.ApplyConfiguration(new NeedsAssessmentConfiguration());
        builder.ApplyConfiguration(new ObservationConfiguration());
        builder.ApplyConfiguration(new OfferConfiguration());
        builder.ApplyConfiguration(new OutboxConfiguration());
        builder.ApplyConfiguration(new PartnerConfiguration());
        builder.ApplyConfiguration(new PhaseAmendmentConfiguration());
        builder.ApplyConfiguration(new PhaseConfiguration());
        builder.ApplyConfiguration(new PortalUserConfiguration());
        builder.ApplyConfiguration(new PresenceListConfiguration());
        builder.ApplyConfiguration(new RegionalNeedConfiguration());
        builder.ApplyConfiguration(new ReportConfiguration());
        builder.ApplyConfiguration(new ReportRemarkConfiguration());
        builder.ApplyConfiguration(new ReportValueConfiguration());
        builder.ApplyConfiguration(new ReviewAssignmentConfiguration());
        builder.ApplyConfiguration(new ReviewConfiguration());
        builder.ApplyConfiguration(new RoleConfiguration());
        builder.ApplyConfiguration(new ScreeningCheckConfiguration());
        builder.ApplyConfiguration(new ScreeningConfiguration());
        builder.ApplyConfiguration(new SeatConfiguration());
        builder.ApplyConfiguration(new SeatSuccessionConfiguration());
        builder.ApplyConfiguration(new SectionPresenceConfiguration());
        builder.ApplyConfiguration(new SectionRevisionConfiguration());
        builder.ApplyConfiguration(new SelectionDecisionConfiguration());
        builder.ApplyConfiguration(new SelectionLineConfiguration());
        builder.ApplyConfiguration(new SignOffConfiguration());
        builder.ApplyConfiguration(new SignOffSheetConfiguration());
        builder.ApplyConfiguration(new TargetConfiguration());
        builder.ApplyConfiguration(new TargetSetConfiguration());
        builder.ApplyConfiguration(new TokenConfiguration());
        builder.ApplyConfiguration(new WaitlistEntryConfiguration());
    }
}
