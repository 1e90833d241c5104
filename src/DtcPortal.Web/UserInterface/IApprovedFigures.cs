namespace DtcPortal.Web.UserInterface;

/// <summary>Up to which day approved figures exist; the footer says so on every page, so it must cost no query.</summary>
public interface IApprovedFigures
{
    /// <summary>The last day of the last period with an approved report; null before the first.</summary>
    DateOnly? Until { get; }
}
