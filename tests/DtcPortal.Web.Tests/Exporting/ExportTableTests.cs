using System.Text;
using DtcPortal.Application.Exporting;
using MiniExcelLibs;
using Xunit;

namespace DtcPortal.Web.Tests.Exporting;

public sealed class ExportTableTests
{
    private static readonly ExportTable Table = new("names", ["Name", "Number", "Day"], [["=1+1", 12.50m, new DateOnly(2026, 9, 30)], ["Élan, \"tout\"", null, null], ["-5 %", 3, null]]);

    [Fact]
    public void ToCsv_TextLikeAFormula_GetsAnApostrophe()
    {
        var text = Encoding.UTF8.GetString(Table.ToCsv());
        Assert.Equal("\uFEFFName,Number,Day\r\n'=1+1,12.5,2026-09-30\r\n\"Élan, \"\"tout\"\"\",,\r\n'-5 %,3,\r\n", text);
    }

    [Fact]
    public void ToXlsx_TextLikeAFormula_StaysText()
    {
        using var stream = new MemoryStream(Table.ToXlsx());
        var rows = stream.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToArray();
        Assert.Equal("=1+1", rows[0]["Name"]);
        Assert.Equal(12.5, rows[0]["Number"]);
        Assert.Equal("Élan, \"tout\"", rows[1]["Name"]);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(Table.ToXlsx()));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.DoesNotContain("<x:f>", sheet.ReadToEnd(), StringComparison.Ordinal);
    }
}
