using DtcPortal.Application.Accounts;
using DtcPortal.Application.Candidacies;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;

namespace DtcPortal.Web.Pages.Candidacies.Section;

/// <summary>What was sent with a section for its documents: a file to add, or one to remove or put back.</summary>
internal sealed record DocumentAct
{
    /// <summary>Who.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The candidacy.</summary>
    public required string Reference { get; init; }

    /// <summary>The section.</summary>
    public required string Section { get; init; }

    /// <summary>What the file is for; null for further evidence.</summary>
    public required string? Field { get; init; }

    /// <summary>The file, if one came.</summary>
    public required IFormFile? File { get; init; }

    /// <summary>The name by which it was sent.</summary>
    public required string InputName { get; init; }

    /// <summary>What was asked.</summary>
    public required SectionButton Button { get; init; }

    /// <summary>When the request arrived.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>Does it. Returns what to say of it.</summary>
    public async Task<IReadOnlyList<Message>> DoAsync(CandidacyService candidacies, CancellationToken cancellationToken)
    {
        Rule.Require(File is not null || !Button.Uploads, "Choose a file first.", InputName);
        var done = new List<Message>();
        if (File is not null)
        {
            await using var content = File.OpenReadStream();
            await candidacies.AttachAsync(
                new AttachDocument
                {
                    Actor = Actor, Reference = Reference, Section = Section, Field = Field ?? EvidenceDocument.Other,
                    FileName = File.FileName, Content = content, InputName = InputName, ArrivedAt = ArrivedAt,
                },
                cancellationToken);
            done.Add(new Message("{0} is added.", File.FileName));
        }

        if (Button.Removed is { } removed)
        {
            await candidacies.RemoveDocumentAsync(ChangeOf(removed), cancellationToken);
            done.Add(new Message("The document is removed. You can put it back in the list below."));
        }

        if (Button.Restored is { } restored)
        {
            await candidacies.RestoreDocumentAsync(ChangeOf(restored), cancellationToken);
            done.Add(new Message("The document is put back."));
        }

        return done;
    }

    private ChangeDocument ChangeOf(Guid document) => new() { Actor = Actor, Reference = Reference, DocumentId = document, ArrivedAt = ArrivedAt };
}
