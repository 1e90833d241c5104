namespace DtcPortal.Browser.Tests.Journey;

internal sealed partial class Journey
{
    private string _phase = null!;
    private string _call = null!;

    /// <summary>A phase with its needs, the parties' presence: written by a manager, signed by both.</summary>
    private async Task AgreeOnThePhaseAsync()
    {
        var manager = _managerItu;
        await manager.OpenAsync("/manage/phases");
        await manager.FollowAsync("/manage/phases/new");
        await manager.PressAsync(status: 400);
        await manager.MustSeeAsync(".error-summary a[href='#Input_Name']");
        await manager.FillAsync(("Input.Name", "Phase 1"), ("Input.NameFrench", "Phase 1"), ("Input.StartsOn", Text(Today)));
        await manager.PressAsync();
        _phase = manager.Address;
        await BothSignAsync(_phase);

        await manager.OpenAsync($"{_phase}/needs");
        await manager.FollowAsync("?from=2019");
        await manager.PressAsync();
        await BothSignAsync($"{_phase}/needs");

        foreach (var (party, country) in new[] { ("Itu", "KE"), ("Cisco", "SN") })
        {
            await manager.OpenAsync($"/manage/presence/new?party={party}");
            await manager.FillAsync("Input.InForceFrom", Text(Today));
            await manager.FillAsync("Input.Countries", country);
            await manager.PressAsync();
            await BothSignAsync(manager.Address);
        }
    }

    /// <summary>The call: every part looked at and completed, signed, changed, signed anew, published.</summary>
    private async Task PublishTheCallAsync()
    {
        var manager = _managerItu;
        await manager.OpenAsync(_phase);
        await manager.FollowAsync("/manage/calls/new");
        await manager.FillAsync(
            ("Input.Title", "Call for Digital Transformation Centres"), ("Input.TitleFrench", "Appel à candidatures pour les centres de transformation numérique"),
            ("Input.OpensOn", Text(Today)), ("Input.OpensAt", "00:00"), ("Input.DeadlineOn", Text(Today.AddDays(40))), ("Input.DeadlineAt", "23:59"), ("Input.Zone", "Africa/Nairobi"));
        await manager.PressAsync();
        _call = manager.Address.Split('?')[0].Split('/')[3];
        var here = $"/manage/calls/{_call}";
        await WriteAsync(manager, $"{here}/text", ("Input.Summary", "ITU and Cisco look for institutions that host a centre."), ("Input.SummaryFrench", "L’UIT et Cisco cherchent des établissements qui accueillent un centre."));
        await WriteAsync(manager, $"{here}/contact",
            ("Input.PostalAddress", "ITU, Place des Nations, 1211 Geneva 20"), ("Input.ContactName", "The initiative’s office"), ("Input.ContactEmail", "office@example.org"));
        await WriteAsync(manager, $"{here}/judging", ("Input.ReviewsEach", "2"), ("Input.MinimumScore", "50"), ("Input.LimitPerCountry", "1"), ("Input.Band", "2"), ("Input.OfferDays", "14"));
        await manager.OpenAsync($"{here}/criteria");
        await manager.FillAsync("Input.Criteria[0].Weight", "99");
        await manager.PressAsync(status: 400);
        await manager.MustSeeAsync(".error-summary");
        foreach (var part in new[] { "qualifications", "qualification/M2", "criteria", "criterion/C1", "form", "form/institution", "countries", "committee", "questions", "dates", "amendments" })
        {
            await manager.OpenAsync($"{here}/{part}");
        }

        var rules = $"/committee/calls/{_call}/rules";
        await SignAsync(_chairItu, rules);
        // a change drops the signature: both sign the same version
        await WriteAsync(manager, $"{here}/judging", ("Input.Band", "3"));
        await _chairCisco.OpenAsync(rules);
        await _chairCisco.MustSeeAsync(".signature:not(.filled)");
        await BothSignAsync(rules);
        await manager.OpenAsync(here);
        await manager.PressAsync("a[href$='/publish']");
        await manager.PressAsync();
        await manager.MustSeeAsync($"a[href='/calls/{_call}']");
    }

    private static async Task WriteAsync(Person manager, string where, params (string Name, string Value)[] fields)
    {
        await manager.OpenAsync(where);
        await manager.FillAsync(fields);
        await manager.PressAsync();
    }
}
