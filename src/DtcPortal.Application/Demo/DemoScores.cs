using System.Text.Json;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Demo;

/// <summary>How the demonstration's members score: by what an institution is, their own severity and a little chance that is the same each time.</summary>
internal static class DemoScores
{
    private static readonly Lazy<Dictionary<string, string[]>> Reasons = new(() =>
    {
        using var stream = DemoFiles.Open("reasons.json");
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream)!;
    });

    /// <summary>A score, 0–5, and its reason.</summary>
    /// <param name="institution">What is scored.</param>
    /// <param name="phase">In which phase.</param>
    /// <param name="member">Number of the member, from 1.</param>
    /// <param name="criterion">Number of the criterion, from 1.</param>
    public static (int Score, string Reason) Of(DemoInstitution institution, int phase, int member, int criterion)
    {
        var chance = (int)((ulong)SeededOrder.Derive((phase * 1000) + (member * 100) + criterion, new Guid(institution.Number + 1, 7, 0, [0, 0, 0, 0, 0, 0, 0, 1])) % 100);
        // members 1 and 4 are a little more severe than 2 and 3
        var severity = member is 1 or 4 ? -4 : 3;
        var points = 215 + ((institution.QualityIn(phase) * 23) / 10) + ((criterion * 37) + (institution.Number * 13)) % 60 + (chance * 6 / 10) + severity * 5;
        var score = Math.Clamp(points / 100, 0, 5);
        // a few see a thing quite differently, so that there is something to discuss
        score = chance > 97 ? Math.Max(0, score - 2) : score;
        return (score, Reasons.Value[$"C{criterion}"][score <= 2 ? 0 : score == 3 ? 1 : 2]);
    }

    /// <summary>Feedback for the applicant.</summary>
    public static string FeedbackTo(DemoInstitution institution, int phase) => institution.QualityIn(phase) switch
    {
        > 66 => "A convincing candidacy: what you do is shown by figures. Say more precisely how the second year is paid.",
        > 33 => "A sound base. Show results by figures where you tell of them, and add letters of those you work with.",
        _ => "The aims are good. Plans need costs and income, and labs need a reserve, before a centre can rest on them.",
    };
}

/// <summary>Invented people.</summary>
internal static class DemoPeople
{
    private static readonly string[] First = ["Amina", "Bilal", "Celia", "Dawit", "Esi", "Farid", "Grace", "Hamid", "Ines", "Joseph", "Kadi", "Lamin", "Maya", "Noor", "Omar", "Paula", "Rosa", "Samir", "Tala", "Yusuf"];
    private static readonly string[] Last = ["Abebe", "Barry", "Castillo", "Dlamini", "Essien", "Fofana", "Gurung", "Hassan", "Ibrahim", "Jallow", "Kone", "Lopez", "Mensah", "Ndiaye", "Otieno", "Perera", "Quispe", "Rahman", "Sesay", "Tamang", "Vargas"];

    /// <summary>The same name for the same number.</summary>
    public static string NameOf(int number) => $"{First[number % First.Length]} {Last[number % Last.Length]}";
}
