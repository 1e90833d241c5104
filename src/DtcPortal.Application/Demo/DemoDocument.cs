using System.Text;

namespace DtcPortal.Application.Demo;

/// <summary>The one PDF document that all invented institutions attach; it says what it is.</summary>
internal static class DemoDocument
{
    /// <summary>A page with two lines.</summary>
    public static byte[] Bytes { get; } = Make("Demonstration document", "The institutions of the demonstration are invented, and so is this evidence.");

    private static byte[] Make(string title, string line)
    {
        var content = $"BT /F1 20 Tf 60 760 Td ({title}) Tj 0 -34 Td /F1 11 Tf ({line}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (value, at) in objects.Select((value, at) => (value, at)))
        {
            offsets.Add(text.Length);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n{value}\nendobj\n");
        }

        var table = text.Length;
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
