using System.Globalization;
using System.Text.Json;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Demo;

/// <summary>What the demonstration's institutions answer in a candidacy.</summary>
internal static class DemoAnswers
{
    private static readonly Lazy<Dictionary<string, Dictionary<string, string[]>>> Narratives = new(() =>
    {
        using var stream = DemoFiles.Open("narratives.json");
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(stream)!;
    });

    /// <summary>Right answers to all that a section asks in writing.</summary>
    public static IReadOnlyDictionary<string, string> To(FormSection section, DemoInstitution institution, int phase) =>
        section.Fields.Where(field => field.Kind != FormFieldKind.File)
            .Select(field => (field.Key, Answer: To(field, institution, phase)))
            .Where(pair => pair.Answer is not null)
            .ToDictionary(pair => pair.Key, pair => pair.Answer!);

    private static string? To(FormField field, DemoInstitution institution, int phase)
    {
        var quality = institution.QualityIn(phase);
        return field.Kind switch
        {
            FormFieldKind.LongText => Narrative(field.Key, institution, phase),
            FormFieldKind.Number => Text(Number(field, institution, phase)),
            FormFieldKind.Money => Text(1000m * ((quality / 4) + 3 + (field.Key.Length % 5 * 4))),
            FormFieldKind.Choice => field.Key == "bodyKind"
                ? institution.Kind == BodyKind.AcademicUnit ? "academic-unit" : "community-training-centre"
                : field.Options[quality % field.Options.Count].Value,
            FormFieldKind.YesNo => field.Key switch
            {
                "ciscoAcademy" => Truth(institution.Number % 4 == 0),
                "ituCentre" => Truth(institution.Number % 6 == 1),
                "nationalMandate" => Truth(institution.Number % 3 == 0),
                "teachesAtDistance" => Truth(quality > 35),
                _ => Truth(true),
            },
            FormFieldKind.Checkbox => Truth(true),
            FormFieldKind.Email => $"{(field.Key == "headEmail" ? "director" : "office")}.{institution.Number + 1}@example.org",
            FormFieldKind.Phone => string.Create(CultureInfo.InvariantCulture, $"+000 555 01{institution.Number:00}"),
            FormFieldKind.Url => string.Create(CultureInfo.InvariantCulture, $"https://institution-{institution.Number + 1}.example.org/"),
            FormFieldKind.Date => "2023-11-20",
            _ => Line(field.Key, institution),
        };
    }

    private static string Line(string key, DemoInstitution institution) => key switch
    {
        "registrationNumber" => string.Create(CultureInfo.InvariantCulture, $"REG-{institution.Country}-{4100 + institution.Number}"),
        "trainingPlace" => institution.City,
        "postalAddress" => $"PO Box {institution.Number + 10}, {institution.City}",
        "platform" => "Moodle",
        "headName" or "signerName" => DemoPeople.NameOf(institution.Number * 2),
        "contactName" => DemoPeople.NameOf((institution.Number * 2) + 1),
        "headTitle" or "signerRole" => institution.Language == LocalizedText.French ? "Directrice générale" : "Director",
        _ => institution.Language == LocalizedText.French ? "Responsable des formations" : "Head of training",
    };

    private static decimal Number(FormField field, DemoInstitution institution, int phase)
    {
        var quality = institution.QualityIn(phase);
        var learners = institution.Learners(phase);
        var value = field.Key switch
        {
            "ictTrainingSince" => 1998 + (institution.Number % 20),
            "traineesBasic" => learners,
            "traineesIntermediate" => learners / 4,
            "completionShare" => 58 + (quality / 3m),
            "trainers" => 6 + (quality / 8),
            "qualifiedTrainers" => 3 + (quality / 12),
            "labs" => 2 + (quality / 22),
            "seats" => (2 + (quality / 22)) * 24,
            "computers" => (2 + (quality / 22)) * 25,
            "smallestRoom" => 18 + (quality / 6),
            "bandwidth" => 10 + (quality / 2m),
            "backupHours" => quality / 12m,
            "remoteShare" => quality / 2m,
            "remoteLearners" => quality > 35 ? learners / 5 : 0,
            "planYears" => 2 + (quality / 40),
            "planTrainees" => learners * 3,
            "learnersSent" => learners / 6,
            "employersAsked" => quality / 3,
            _ => 1 + (quality / 15),
        };
        var rounded = decimal.Round(value, field.Decimals);
        return Math.Clamp(rounded, field.Least ?? rounded, field.Most ?? rounded);
    }

    private static string Narrative(string key, DemoInstitution institution, int phase)
    {
        var variants = Narratives.Value[key][institution.Language];
        return variants[(institution.Number + phase) % variants.Length]
            .Replace("{name}", institution.Name, StringComparison.Ordinal)
            .Replace("{city}", institution.City, StringComparison.Ordinal)
            .Replace("{basic}", Text(institution.Learners(phase)), StringComparison.Ordinal)
            .Replace("{intermediate}", Text(institution.Learners(phase) / 4), StringComparison.Ordinal);
    }

    private static string Truth(bool value) => value ? "true" : "false";

    private static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
