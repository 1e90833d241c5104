using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using MiniExcelLibs;

namespace DtcPortal.Application.Exporting;

/// <summary>A table as it goes into a file.</summary>
/// <param name="Name">Name of the file, without its end.</param>
/// <param name="Heads">Heads of the columns, each different.</param>
/// <param name="Rows">Values: text, whole and decimal numbers, days, instants; null for an empty cell.</param>
public sealed record ExportTable(string Name, IReadOnlyList<string> Heads, IEnumerable<IReadOnlyList<object?>> Rows)
{
    // what a spreadsheet takes for the start of a formula
    private const string FormulaStarts = "=+-@\t\r";

    /// <summary>As CSV, UTF-8 with its mark so that spreadsheets read accents; a text that a spreadsheet would run as a formula gets an apostrophe.</summary>
    public byte[] ToCsv()
    {
        using var memory = new MemoryStream();
        using (var writer = new StreamWriter(memory, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        using (var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture)))
        {
            Write(csv, Heads);
            foreach (var row in Rows)
            {
                Write(csv, row);
            }
        }

        return memory.ToArray();
    }

    /// <summary>As a workbook of one sheet; texts are texts there, never formulas.</summary>
    public byte[] ToXlsx()
    {
        using var memory = new MemoryStream();
        memory.SaveAs(Rows.Select(row => Heads.Select((head, at) => (head, at)).ToDictionary(column => column.head, column => Plain(row[column.at]))));
        return memory.ToArray();
    }

    private static void Write(CsvWriter csv, IEnumerable<object?> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(Text(cell));
        }

        csv.NextRecord();
    }

    private static string Text(object? cell) => Plain(cell) switch
    {
        null => string.Empty,
        string text => text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text,
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? string.Empty,
    };

    private static object? Plain(object? cell) => cell switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        Enum or Guid => cell.ToString(),
        decimal value => value / 1.000000000000000000000000000000000m,
        _ => cell,
    };
}
