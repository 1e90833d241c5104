using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Application.Committee;

/// <summary>Services of the committee: conflicts, assignment, reviews, discussion.</summary>
public static class CommitteeRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddCommittee(this IServiceCollection services) => services
        .AddSingleton<CallRubrics>()
        .AddScoped<CommitteeAccess>()
        .AddScoped<ConflictService>()
        .AddScoped<AssignmentPlanning>()
        .AddScoped<AssignmentMaker>()
        .AddScoped<AssignmentService>()
        .AddScoped<ScoreKeeper>()
        .AddScoped<CommitteeSeating>()
        .AddScoped<ReviewMails>()
        .AddScoped<ReviewService>()
        .AddScoped<DiscussionService>()
        .AddScoped<CallStageService>()
        .AddScoped<CandidacyReading>()
        .AddScoped<CommitteeQueries>()
        .AddScoped<ConflictQueries>()
        .AddScoped<AssignmentQueries>()
        .AddScoped<ReviewQueries>()
        .AddScoped<IJointDecision, AssignmentSpreadDecision>()
        .AddScoped<IJointDecision, ScoringStartDecision>()
        .AddScoped<IJointDecision, DeliberationStartDecision>()
        .AddScoped<IWorkSource, CommitteeWork>()
        .AddScoped<IDueWork, OverdueReviews>()
        .AddScoped<IDeadlineSource, ReviewDeadlines>();
}
