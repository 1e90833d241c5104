using DtcPortal.Web.Tests.Infrastructure;
using Xunit;

namespace DtcPortal.Web.Tests.Demo;

/// <summary>What the demonstration promises to hold, so that each role finds something to do.</summary>
[Collection(nameof(DemoDatabase))]
public sealed class DemoDataTests(DemoDatabase demo)
{
    private const string OfCall = "FROM Candidacies k JOIN Calls c ON c.Id = k.CallId WHERE c.Slug = 'phase-1'";

    [Theory]
    // accounts: two members a party, members 1 and 3 stand in for the co-chairs
    [InlineData("SELECT COUNT(*) FROM AspNetUsers WHERE Email NOT LIKE 'owner%'", "15")]
    [InlineData("SELECT Email, Party FROM AspNetUsers WHERE IsAlternate = 1 ORDER BY Email", "member1@example.org 1", "member3@example.org 2")]
    [InlineData("SELECT Party, COUNT(*) FROM AspNetUsers WHERE Email LIKE 'member%' GROUP BY Party", "1 2", "2 2")]
    [InlineData("SELECT u.Email, c.ManagerId = u.Id FROM AspNetUsers u JOIN Centres c ON c.Id = u.CentreId WHERE u.Email LIKE 'centre%' ORDER BY 1", "centre1@example.org 1", "centre2@example.org 0")]
    [InlineData("SELECT COUNT(DISTINCT CentreId) FROM AspNetUsers WHERE Email LIKE 'centre%'", "1")]
    [InlineData("SELECT p.Name FROM AspNetUsers u JOIN Partners p ON p.Id = u.PartnerId WHERE u.Email = 'partner@example.org'", "ITU")]
    [InlineData("SELECT COUNT(*) FROM Institutions WHERE Name NOT LIKE '%(demo)%'", "0")]
    // the four phases: decided, in deliberation, in scoring, open
    [InlineData("SELECT p.Slug, p.Cap, c.Stage FROM Phases p JOIN Calls c ON c.PhaseId = p.Id ORDER BY p.Number", "phase-1 10 6", "phase-2 10 5", "phase-3 10 4", "phase-4 - 2")]
    [InlineData("SELECT COUNT(*) FROM Phases p JOIN PhaseAmendments a ON a.PhaseId = p.Id WHERE a.Cap = 10 AND a.AgreedAt IS NOT NULL AND p.Number IN (2, 3)", "2")]
    [InlineData("SELECT COUNT(*) FROM Phases p, PhaseAmendments a WHERE p.Number = 1 AND p.ResultsReviewedAt < (SELECT MIN(AgreedAt) FROM PhaseAmendments)", "2")]
    // phase 1
    [InlineData("SELECT COUNT(*), MIN(ReviewsSubmitted), MAX(ReviewsSubmitted) " + OfCall, "60 3 3")]
    [InlineData("SELECT COUNT(*) FROM CallCriteria t JOIN Calls c ON c.Id = t.CallId WHERE c.Slug = 'phase-1'", "10")]
    [InlineData("SELECT Millionths / 100000 FROM RegionalNeeds r JOIN NeedsAssessments n ON n.Id = r.NeedsAssessmentId JOIN Phases p ON p.Id = n.PhaseId WHERE p.Number = 1 ORDER BY Region", "718", "516", "484", "278", "228", "175")]
    [InlineData("SELECT COUNT(*), MIN(State), MAX(State) FROM Centres", "10 3 3")]
    [InlineData("SELECT State, COUNT(*), COUNT(DISTINCT Period) FROM Reports GROUP BY State ORDER BY State", "1 10 1", "5 40 4")]
    [InlineData("SELECT COUNT(*) FROM Reports r WHERE State = 1 AND EXISTS (SELECT 1 FROM Reports later WHERE later.Period > r.Period)", "0")]
    [InlineData("SELECT COUNT(DISTINCT CentreId), COUNT(DISTINCT Period), COUNT(DISTINCT Source), COUNT(*) FROM IncomeEntries WHERE Source IS NOT NULL", "10 5 5 250")]
    // contributions and commitments
    [InlineData("SELECT COUNT(*), COUNT(DISTINCT CentreId), COUNT(DISTINCT Kind), COUNT(DISTINCT State) FROM Contributions WHERE State < 4", "60 10 7 3")]
    [InlineData("SELECT p.Name, COUNT(DISTINCT c.State), COUNT(DISTINCT c.CentreId) FROM Contributions c JOIN Partners p ON p.Id = c.PartnerId GROUP BY p.Name ORDER BY p.Name", "Cisco 3 10", "ITU 3 10")]
    [InlineData("SELECT COUNT(*) FROM Contributions WHERE (Cents IS NULL) <> (Currency IS NULL) OR (Kind = 6 AND Cents IS NULL)", "0")]
    [InlineData("SELECT COUNT(*) FROM Contributions c JOIN AspNetUsers u ON u.CentreId = c.CentreId WHERE u.Email = 'centre1@example.org' AND c.State = 1", "1")]
    [InlineData("SELECT Owner, COUNT(DISTINCT Status) FROM Commitments GROUP BY Owner ORDER BY Owner", "1 3", "2 3", "3 3")]
    // phase 2: Cisco has signed, ITU can at once
    [InlineData("SELECT COUNT(*), MIN(ReviewsSubmitted), MAX(ReviewsSubmitted) FROM Candidacies k JOIN Calls c ON c.Id = k.CallId WHERE c.Slug = 'phase-2'", "40 3 3")]
    [InlineData("SELECT s.Address, s.IsReady, f.Party FROM SignOffSheets s LEFT JOIN SignOffs f ON f.SheetId = s.Id AND f.DroppedAt IS NULL WHERE s.CompletedAt IS NULL", "/committee/calls/phase-2/selection/sign 1 2")]
    // phase 3
    [InlineData("SELECT COUNT(*) FROM ReviewAssignments a JOIN Calls c ON c.Id = a.CallId WHERE c.Slug = 'phase-3' AND a.RemovedAt IS NULL", "69")]
    [InlineData("SELECT COUNT(*) FROM ConflictsOfInterest x JOIN Calls c ON c.Id = x.CallId WHERE x.State = 1", "1")]
    [InlineData("SELECT c.Slug, u.Email FROM Clarifications x JOIN Calls c ON c.Id = x.CallId JOIN Candidacies k ON k.Id = x.CandidacyId JOIN Institutions i ON i.Id = k.InstitutionId JOIN AspNetUsers u ON u.Id = i.OwnerId WHERE x.AnsweredAt IS NULL AND x.ClosedAt IS NULL", "phase-3 applicant2@example.org")]
    // nobody of the committee has to declare conflicts before they can act
    [InlineData("SELECT COUNT(*) FROM CommitteeMembers m JOIN Calls c ON c.Id = m.CallId WHERE c.Slug <> 'phase-4' AND m.DeclaredAt IS NULL", "0")]
    // phase 4
    [InlineData("SELECT k.State FROM Candidacies k JOIN Calls c ON c.Id = k.CallId JOIN AspNetUsers u ON u.InstitutionId = k.InstitutionId WHERE c.Slug = 'phase-4' AND u.Email = 'applicant1@example.org'", "1")]
    [InlineData("SELECT COUNT(*) FROM Calls WHERE Slug = 'phase-4' AND OpensAt < unixepoch() * 1000000 AND DeadlineEndsAt > unixepoch() * 1000000", "1")]
    public void Demo_Holds(string sql, params string[] lines) => Assert.Equal(lines, demo.Lines(sql));

    [Fact]
    public void Demo_ReviewsOfPhase3_AreHalfIn_AndSomeWaitForEachMember()
    {
        var members = demo.Lines(
            "SELECT COUNT(*), SUM(EXISTS (SELECT 1 FROM Reviews r WHERE r.AssignmentId = a.Id AND r.SubmittedAt IS NOT NULL)) FROM ReviewAssignments a JOIN Calls c ON c.Id = a.CallId WHERE c.Slug = 'phase-3' AND a.RemovedAt IS NULL GROUP BY a.MemberId")
            .Select(line => line.Split(' ').Select(int.Parse).ToArray()).ToList();
        Assert.Equal(4, members.Count);
        Assert.All(members, member => Assert.InRange(member[1], (member[0] / 2) - 1, member[0] - 1));
        Assert.InRange(members.Sum(member => member[1]) / (double)members.Sum(member => member[0]), 0.4, 0.6);
    }

    [Fact]
    public void Demo_MadeOnAnyDay_ChoosesTheSameCentres() => Assert.Equal(
        [
            "centre-de-formation-numerique-de-kara-demo",
            "centre-numerique-de-bouake-demo",
            "institut-numerique-de-sfax-demo",
            "instituto-digital-del-altiplano-demo",
            "khulna-institute-of-informatics-demo",
            "lakeside-polytechnic-computing-unit-demo",
            "northern-province-computing-unit-demo",
            "plateau-digital-learning-centre-demo",
            "reseau-competences-souss-demo",
            "western-division-ict-college-demo",
        ],
        demo.Lines("SELECT Slug FROM Centres ORDER BY Slug"));

    [Fact]
    public void Demo_Centres_HaveBeenActiveForFiveWholeQuarters()
    {
        Assert.Equal(["5"], demo.Lines("SELECT COUNT(DISTINCT Period) FROM Reports"));
        Assert.Equal(["1"], demo.Lines("SELECT COUNT(DISTINCT FirstPeriod = (SELECT MIN(Period) FROM Reports)) FROM Centres WHERE FirstPeriod = (SELECT MIN(Period) FROM Reports)"));
        Assert.Equal(["0"], demo.Lines("SELECT COUNT(*) FROM Contributions WHERE DeliveredAt < ConfirmedAt OR ConfirmedAt < PledgedAt OR PledgedAt > unixepoch() * 1000000"));
    }
}
