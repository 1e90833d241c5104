using System.Globalization;

namespace DtcPortal.Domain.Calls;

/// <summary>A country's class in the UN's M49 list.</summary>
public enum Economy
{
    /// <summary>Developed.</summary>
    Developed = 1,

    /// <summary>Developing.</summary>
    Developing = 2,
}

/// <summary>Why a country may host a centre.</summary>
public enum EligibilityGround
{
    /// <summary>It may not.</summary>
    None = 0,

    /// <summary>It is a least developed country on that day.</summary>
    LeastDeveloped = 1,

    /// <summary>It is a developing country.</summary>
    Developing = 2,
}

/// <summary>What a country's eligibility hangs on (reference data of the UN).</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Economy">Its class in M49.</param>
/// <param name="LeastDevelopedFrom">First day as a least developed country; null if it never was one.</param>
/// <param name="LeastDevelopedUntil">First day without that status; null if no end is set.</param>
public sealed record CountryStatus(string Code, Economy Economy, DateOnly? LeastDevelopedFrom = null, DateOnly? LeastDevelopedUntil = null);

/// <summary>What kind of body asks to host a centre (A2, C1).</summary>
public enum BodyKind
{
    /// <summary>A community ICT training centre.</summary>
    CommunityTrainingCentre = 1,

    /// <summary>A unit of an academic institution that is active in ICT.</summary>
    AcademicUnit = 2,

    /// <summary>Anything else.</summary>
    Other = 3,
}

/// <summary>The five answers of the check that anyone can take (rules.md 3).</summary>
/// <param name="Country">Where the training will take place; null when that is not in the reference data.</param>
/// <param name="NonProfit">Whether the body is non-profit.</param>
/// <param name="Kind">What kind of body it is.</param>
/// <param name="TrainsAtBothLevels">Whether it trains in ICT at basic and at intermediate level.</param>
/// <param name="HasLabs">Whether it has labs, hardware and software.</param>
public sealed record EligibilityAnswers(CountryStatus? Country, bool NonProfit, BodyKind Kind, bool TrainsAtBothLevels, bool HasLabs);

/// <summary>A reason for which a body cannot host a centre.</summary>
public enum EligibilityObstacle
{
    /// <summary>The country is neither least developed nor developing on the date of the deadline (A3).</summary>
    Country = 1,

    /// <summary>The body is not non-profit (A2, C1).</summary>
    Profit = 2,

    /// <summary>The body is neither a community training centre nor an academic unit (A2, C1).</summary>
    Kind = 3,

    /// <summary>It does not train at both levels (A2, C2).</summary>
    Levels = 4,

    /// <summary>It lacks labs, hardware or software (A2, C3).</summary>
    Labs = 5,
}

/// <summary>Who may host a centre, by country and by the minimum qualifications of phase 1 (A2, A3, rules.md 3).</summary>
public static class EligibilityRule
{
    /// <summary>The ground on which a country is eligible on a day, least developed first; None when it is not.</summary>
    public static EligibilityGround GroundOn(CountryStatus country, DateOnly day)
    {
        if (country.LeastDevelopedFrom is { } from && day >= from && (country.LeastDevelopedUntil is not { } until || day < until))
        {
            return EligibilityGround.LeastDeveloped;
        }

        return country.Economy == Economy.Developing ? EligibilityGround.Developing : EligibilityGround.None;
    }

    /// <summary>Whether a country is eligible on the date of a deadline.</summary>
    public static bool IsEligible(CountryStatus country, DateOnly deadline) => GroundOn(country, deadline) != EligibilityGround.None;

    /// <summary>What stands against hosting a centre, in the order of the questions; empty when nothing does.</summary>
    public static IReadOnlyList<EligibilityObstacle> Check(EligibilityAnswers answers, DateOnly deadline)
    {
        var obstacles = new List<EligibilityObstacle>();
        if (answers.Country is null || !IsEligible(answers.Country, deadline))
        {
            obstacles.Add(EligibilityObstacle.Country);
        }

        if (!answers.NonProfit)
        {
            obstacles.Add(EligibilityObstacle.Profit);
        }

        if (answers.Kind is not (BodyKind.CommunityTrainingCentre or BodyKind.AcademicUnit))
        {
            obstacles.Add(EligibilityObstacle.Kind);
        }

        if (!answers.TrainsAtBothLevels)
        {
            obstacles.Add(EligibilityObstacle.Levels);
        }

        if (!answers.HasLabs)
        {
            obstacles.Add(EligibilityObstacle.Labs);
        }

        return obstacles;
    }

    /// <summary>
    /// A day as the reference data writes it: yyyy-MM-dd, or a year alone, which means its 1 January; blank is null.
    /// Throws FormatException for anything else.
    /// </summary>
    public static DateOnly? ParseDay(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? new DateOnly(year, 1, 1)
            : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
