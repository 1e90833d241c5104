using System.Security.Cryptography;
using System.Text.Json;

namespace DtcPortal.Domain.Candidacies;

/// <summary>A document as it was submitted.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Field">Key of the field that it answers; <see cref="EvidenceDocument.Other"/> for further evidence.</param>
/// <param name="FileName">Its name.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
public sealed record SubmittedDocument(Guid Id, string Field, string FileName, string ContentType, long Bytes, string Sha256);

/// <summary>A section as it was submitted.</summary>
/// <param name="Code">Code of the call's section.</param>
/// <param name="Answers">Answers by key of their field, as typed.</param>
/// <param name="Documents">Its documents.</param>
public sealed record SubmittedSection(string Code, IReadOnlyDictionary<string, string> Answers, IReadOnlyList<SubmittedDocument> Documents);

/// <summary>What a snapshot holds: this, and not what stands in the sections later, is what is screened and reviewed.</summary>
/// <param name="Country">Where the training takes place.</param>
/// <param name="Sections">In the order of the call.</param>
public sealed record SubmittedContent(string Country, IReadOnlyList<SubmittedSection> Sections)
{
    /// <summary>The section of a code; null when there is none.</summary>
    public SubmittedSection? Find(string code) => Sections.FirstOrDefault(section => section.Code == code);

    /// <summary>As the snapshot keeps it; the same content is always the same text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this with
    {
        Sections =
        [
            .. Sections.Select(section => section with
            {
                Answers = new SortedDictionary<string, string>(section.Answers.ToDictionary(), StringComparer.Ordinal),
                Documents = [.. section.Documents.OrderBy(document => document.Id)],
            }),
        ],
    });

    /// <summary>SHA-256 of a content's text, in hexadecimal.</summary>
    public static string FingerprintOf(string json) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(json)));

    /// <summary>Reads what a snapshot keeps.</summary>
    public static SubmittedContent Parse(string json) => JsonSerializer.Deserialize<SubmittedContent>(json)!;

    /// <summary>What stands in the sections now.</summary>
    public static SubmittedContent Of(Candidacy candidacy, IEnumerable<string> order, IEnumerable<EvidenceDocument> documents)
    {
        var bySection = documents.Where(document => document.RemovedAt is null).ToLookup(document => document.Section);
        return new SubmittedContent(
            candidacy.DraftCountry,
            [
                .. order.Select(code => new SubmittedSection(
                    code,
                    candidacy.Sections.FirstOrDefault(section => section.Code == code)?.Answers ?? new Dictionary<string, string>(),
                    [.. bySection[code].Select(Of)])),
            ]);
    }

    private static SubmittedDocument Of(EvidenceDocument document) =>
        new(document.Id, document.Field, document.FileName, document.ContentType, document.Bytes, document.Sha256);
}
