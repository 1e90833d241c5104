namespace DtcPortal.Web.Floor;

/// <summary>The data of each page by hand-written SQL; $id is the call, the candidacy or the phase that the page is about.</summary>
internal static class FloorStatements
{
    private const string Content =
        "SELECT s.Content FROM Candidacies c JOIN CandidacySnapshots s ON s.CandidacyId = c.Id AND s.Number = c.SubmittedNumber WHERE c.Id = $id";

    private const string Clarified =
        "SELECT q.Fields, q.Answer, q.Before, q.After, q.AskedAt FROM Clarifications q WHERE q.CandidacyId = $id AND q.IsInEffect";

    private const string Head =
        """
        SELECT c.Reference, c.Country, c.SubmittedNumber, i.Name, k.Slug, k.Title, k.Stage, k.ReviewsDueAt,
          (SELECT COUNT(*) FROM ReviewAssignments a WHERE a.CallId = c.CallId AND a.MemberId = m.UserId AND a.RemovedAt IS NULL),
          EXISTS (SELECT 1 FROM ConflictsOfInterest x WHERE x.CandidacyId = c.Id AND x.MemberId = m.UserId AND x.State <> 3),
          EXISTS (SELECT 1 FROM Clarifications q WHERE q.CandidacyId = c.Id AND q.ClosedAt IS NULL)
        FROM Candidacies c JOIN Institutions i ON i.Id = c.InstitutionId JOIN Calls k ON k.Id = c.CallId JOIN CommitteeMembers m ON m.CallId = c.CallId
        WHERE c.Id = $id LIMIT 1
        """;

    public static readonly Dictionary<string, string[]> ByPage = new()
    {
        ["list"] =
        [
            "SELECT Title, Stage, OpensAt, DeadlineEndsAt FROM Calls WHERE Id = $id",
            "SELECT COUNT(*) FROM Candidacies WHERE CallId = $id",
            """
            SELECT c.Reference, i.Name, c.Country, c.State, c.Eligibility, c.SubmittedAt, c.ReviewsSubmitted, c.ReviewsAssigned, c.ScoreMillionths
            FROM Candidacies c JOIN Institutions i ON i.Id = c.InstitutionId WHERE c.CallId = $id ORDER BY c.Reference LIMIT 500
            """,
        ],
        ["candidacy"] =
        [
            Head, Content, Clarified,
            """
            SELECT r.Id, r.Party, r.SubmittedAt, r.Total, r.Feedback, r.ConfidentialRemarks, m.Name, s.Criterion, s.Value, s.Reason
            FROM Reviews r JOIN CommitteeMembers m ON m.CallId = r.CallId AND m.UserId = r.MemberId JOIN CriterionScores s ON s.ReviewId = r.Id
            WHERE r.CandidacyId = $id AND r.SubmittedAt IS NOT NULL ORDER BY r.Party, m.Name
            """,
            "SELECT AuthorName, Party, Text, WrittenAt FROM DiscussionEntries WHERE CandidacyId = $id ORDER BY Id",
        ],
        ["review"] =
        [
            Head, Content, Clarified,
            """
            SELECT r.Version, r.SavedAt, r.SubmittedAt, r.Feedback, r.ConfidentialRemarks, s.Criterion, s.Value, s.Reason
            FROM Reviews r JOIN CriterionScores s ON s.ReviewId = r.Id WHERE r.Id = (SELECT Id FROM Reviews WHERE CandidacyId = $id LIMIT 1)
            """,
        ],
        ["dashboard"] =
        [
            "SELECT Id, Slug, Name, StartsOn FROM Phases ORDER BY Number",
            "SELECT Id, Slug, Name, Country, Region, FirstPeriod, EndedAt FROM Centres WHERE PhaseId = $id ORDER BY NameKey",
            "SELECT Code, Name, Unit, Direction, OverTime, OverCentres, Decimals FROM Indicators ORDER BY Position",
            "SELECT CentreId, Period, Revision, State, DueAt FROM Reports",
            "SELECT t.Indicator, t.CentreId, t.Period, t.Millionths FROM Targets t JOIN TargetSets s ON s.Id = t.TargetSetId WHERE s.AgreedAt IS NOT NULL",
            """
            SELECT CentreId, Period, Indicator, Part, NumeratorMillionths, DenominatorMillionths, Revision FROM Observations
            WHERE Indicator IN ('trained-basic', 'trained-intermediate', 'trainers-trained', 'reached-by-trainers', 'self-financing', 'income')
              AND Part IN ('total', 'sex:women', 'sex:men', 'sex:not-stated', 'income-source:training-fees', 'income-source:community', 'income-source:donations',
                'income-source:public-funds', 'income-source:companies')
            """,
        ],
    };
}
