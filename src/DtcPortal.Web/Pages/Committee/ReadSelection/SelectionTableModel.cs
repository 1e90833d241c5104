using DtcPortal.Application.Selection;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Pages.Committee.ReadSelection;

/// <summary>What the table of a selection shows.</summary>
/// <param name="Table">Groups and rows.</param>
/// <param name="Basis">What it was made from.</param>
/// <param name="IsWhatIf">Whether it shows what would be otherwise: rows that move in place of reasons.</param>
public sealed record SelectionTableModel(SelectionTable Table, SelectionBasis Basis, bool IsWhatIf = false);
