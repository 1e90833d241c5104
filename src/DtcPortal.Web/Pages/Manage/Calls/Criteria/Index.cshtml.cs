using System.Globalization;
using DtcPortal.Application.Calls;
using DtcPortal.Domain.Calls;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Criteria;

/// <summary>Sets weights and minimums of a call's criteria, or leaves criteria out.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallRulesService rules, CallPartQueries queries) : CallPage
{
    private IReadOnlyList<CriterionEntry> _criteria = [];

    [BindProperty]
    public WeightsInput Input { get; set; } = new();

    public async Task OnGetAsync() => Input = await StoredAsync();

    public Task<IActionResult> OnPostAsync() => SaveAsync(
        () => rules.SetWeightsAsync(new SetCallWeights { Actor = Actor, Slug = Slug, Version = Input.Version, Weights = Weights }, Cancel),
        () => Input, StoredAsync, Say,
        check: () => CallRulesService.Check(Weights));

    /// <inheritdoc />
    protected override string KeyOf(string? field) => base.KeyOf(AtIndex(field, "Criteria", Input.Criteria.Select(row => row.Code)));

    private IReadOnlyList<CriterionWeight> Weights => [.. Input.Criteria.Where(row => !row.IsLeftOut).Select(row => new CriterionWeight(row.Code, row.Weight ?? 0, row.Minimum))];

    /// <summary>A criterion's name.</summary>
    public string NameOf(string code) => _criteria.FirstOrDefault(criterion => criterion.Code == code) is { } found ? T.Of(found.Name) : string.Empty;

    /// <summary>What was typed, else the value.</summary>
    public string Typed(string name, decimal? value) =>
        ModelState.TryGetValue(name, out var entry) ? entry.AttemptedValue ?? string.Empty : value?.ToString("0.######", CultureInfo.CurrentCulture) ?? string.Empty;

    /// <summary>Whether what was typed is wrong.</summary>
    public string? IsWrong(string name) => ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? "true" : null;

    private async Task<WeightsInput> StoredAsync()
    {
        (Call, _criteria) = await queries.CriteriaAsync(Slug, Cancel);
        return new WeightsInput
        {
            Criteria = [.. _criteria.Select(criterion => new WeightRow { Code = criterion.Code, Weight = criterion.Weight, Minimum = criterion.Minimum })],
            Version = Call.Version,
        };
    }

    private IEnumerable<PartValue> Say(WeightsInput input) => input.Criteria.SelectMany(row => new PartValue[]
    {
        new(T["Weight of {0}", row.Code], row.IsLeftOut ? T["Leave out"] : Number(row.Weight)),
        new(T["Minimum of {0}", row.Code], Number(row.Minimum)),
    });

    /// <summary>All weights as they are typed.</summary>
    public sealed class WeightsInput
    {
        public IList<WeightRow> Criteria { get; set; } = [];

        public long? Version { get; set; }

        public int Sum => Criteria.Where(row => !row.IsLeftOut).Sum(row => row.Weight ?? 0);
    }

    /// <summary>One of them.</summary>
    public sealed class WeightRow
    {
        public string Code { get; set; } = string.Empty;

        public int? Weight { get; set; }

        public decimal? Minimum { get; set; }

        public bool IsLeftOut { get; set; }
    }
}
