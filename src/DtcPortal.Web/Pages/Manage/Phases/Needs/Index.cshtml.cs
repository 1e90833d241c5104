using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Phases;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Phases;
using DtcPortal.Web.Pages.Signing;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Phases.Needs;

/// <summary>Writes and signs the needs by region of a phase.</summary>
[Authorize(Policy = nameof(Policies.ManagersAndCoChairs))]
public sealed class IndexModel(NeedsService needs, PhaseQueries queries, SigningQueries sheets) : SigningPage
{
    [BindProperty]
    public NeedsInput Input { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    public NeedsView View { get; private set; } = null!;

    public SigningView? Signing { get; private set; }

    public bool IsPrefilled { get; private set; }

    public bool IsManager => Actor.Is(PortalRole.ProgrammeManager);

    public async Task<IActionResult> OnGetAsync(int? from)
    {
        await LoadAsync();
        IsPrefilled = from == ReferenceCatalogue.Needs2019.Year && View.Id is null;
        Input = IsPrefilled ? NeedsInput.Of(ReferenceCatalogue.Needs2019) : NeedsInput.Of(View);
        return Page();
    }

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await needs.SaveAsync(
                new SaveNeeds
                {
                    Actor = Actor,
                    PhaseSlug = Slug,
                    Version = Input.Version,
                    Index = Input.ToIndex(),
                    Source = Input.Source,
                    Year = Input.Year ?? 0,
                    Needs = Input.ToNeeds(),
                },
                Cancel);
            Notice(T["The needs are saved. A co-chair of each party signs them."]);
            return Redirect(Request.Path);
        },
        async () =>
        {
            await LoadAsync();
            this.AcceptVersion(View.Version);
            return Page();
        },
        () => NeedsAssessment.Check(Input.ToIndex(), Input.Source, Input.Year ?? 0, Input.ToNeeds()));

    // a rule names the region, the form its row; what all lack is said at the first
    /// <inheritdoc />
    protected override string KeyOf(string? field)
    {
        var at = Input.Rows.ToList().FindIndex(row => field == "Needs" || field == $"Needs[{row.Region}]");
        return at < 0 ? base.KeyOf(field) : $"Input.Rows[{at}].Value";
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        await LoadAsync();
        Input = NeedsInput.Of(View);
        return Page();
    }

    private async Task LoadAsync()
    {
        View = await queries.NeedsAsync(Slug, Cancel);
        Signing = View.Id is { } id ? await sheets.ViewAsync(SignedKind.Needs, id, Actor, null, Cancel) : null;
    }
}

/// <summary>The needs as they are typed.</summary>
public sealed class NeedsInput
{
    [Required(ErrorMessage = "Write what is measured."), StringLength(300)]
    [Display(Name = "Index in English")]
    public string? Index { get; set; }

    [StringLength(300)]
    [Display(Name = "Index in French")]
    public string? IndexFrench { get; set; }

    [Required(ErrorMessage = "Write where the figures come from."), StringLength(300)]
    [Display(Name = "Source")]
    public string? Source { get; set; }

    [Required(ErrorMessage = "Write the year with four digits.")]
    [Display(Name = "Year")]
    public int? Year { get; set; }

    public IList<NeedRow> Rows { get; set; } = [];

    public long? Version { get; set; }

    /// <summary>What is measured.</summary>
    public LocalizedText ToIndex() => LocalizedText.Of(Index?.Trim() ?? string.Empty, IndexFrench?.Trim());

    /// <summary>The needs that are written.</summary>
    public Dictionary<Region, decimal> ToNeeds() => Rows.Where(row => row.Value is not null).DistinctBy(row => row.Region).ToDictionary(row => row.Region, row => row.Value!.Value);

    /// <summary>What is written, a row for each region.</summary>
    public static NeedsInput Of(NeedsView view) => new()
    {
        Index = view.Index.InEnglish,
        IndexFrench = view.Index.Texts.GetValueOrDefault(LocalizedText.French),
        Source = view.Source,
        Year = view.Year == 0 ? null : view.Year,
        Version = view.Version,
        Rows = [.. Enum.GetValues<Region>().Select(region => new NeedRow { Region = region, Value = view.Needs.TryGetValue(region, out var value) ? value : null })],
    };

    /// <summary>A published index to start from.</summary>
    public static NeedsInput Of(NeedsDefinition definition) => new()
    {
        Index = definition.Index.InEnglish,
        IndexFrench = definition.Index.Texts.GetValueOrDefault(LocalizedText.French),
        Source = definition.Source,
        Year = definition.Year,
        Version = 0,
        Rows = [.. Enum.GetValues<Region>().Select(region => new NeedRow { Region = region, Value = definition.Regions.FirstOrDefault(need => need.Region == region)?.Need })],
    };
}

/// <summary>The need of a region as it is typed.</summary>
public sealed class NeedRow
{
    public Region Region { get; set; }

    public decimal? Value { get; set; }
}
