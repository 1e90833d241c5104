using DtcPortal.Application.Exporting;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.UserInterface;

/// <summary>Tables as files to keep.</summary>
public static class Downloads
{
    /// <summary>Name of the handler's parameter that asks for a file: csv or xlsx.</summary>
    public const string Xlsx = "xlsx";

    /// <summary>Where the list at hand is a file, its filters and order kept: the page's handler Download.</summary>
    public static string AddressOf(HttpRequest request, string format) =>
        PagerTagHelper.AddressOf(request, ("handler", "Download"), ("format", format), (PagerTagHelper.Parameter, null));

    /// <summary>The table as CSV, or as a workbook when that is asked for.</summary>
    public static FileContentResult ToFile(this ExportTable table, string? format = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        return format == Xlsx
            ? new FileContentResult(table.ToXlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") { FileDownloadName = $"{table.Name}.xlsx" }
            : new FileContentResult(table.ToCsv(), "text/csv; charset=utf-8") { FileDownloadName = $"{table.Name}.csv" };
    }
}
