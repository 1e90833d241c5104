namespace DtcPortal.Browser.Tests.Journey;

internal sealed partial class Journey
{
    /// <summary>ITU's manager enters the agreement, both sign it: the centre is active.</summary>
    private async Task ActivateCentreAsync()
    {
        await _managerItu.OpenAsync("/manage/centres");
        var centre = (await _managerItu.LinksAsync("/manage/centres/")).First(link => link.Contains("dakar", StringComparison.Ordinal));
        await _managerItu.OpenAsync(centre);
        await _managerItu.FillAsync(("Input.StartsOn", Text(Today)), ("Input.File", await DocumentAsync("agreement")), ("Input.Commitments[Training]", "2"));
        await _managerItu.PressAsync("form[action*='handler=Save'] button.button");
        await _managerItu.FillAsync("read", "true");
        await _managerItu.PressAsync("form[action*='handler=Sign'] button");
        await Chosen.Person.OpenAsync("/centre");
        await Chosen.Person.FollowAsync("/centre/agreement");
        await Chosen.Person.FillAsync("read", "true");
        await Chosen.Person.PressAsync();
    }

    /// <summary>A quarter passes: targets, activities, income, the report, which comes back once and is then verified and approved.</summary>
    private async Task ReportAsync()
    {
        var centre = Chosen.Person;
        await _managerItu.OpenAsync("/manage/indicators");
        await _managerItu.OpenAsync("/manage/targets");
        await _managerItu.FillAsync("Values[trained-basic]", "25");
        await _managerItu.PressAsync("main form .sticky button");
        await BothSignAsync(_managerItu.Address.Split('?')[0]);

        var quarter = new DateOnly(Today.Year, (((Today.Month - 1) / 3) * 3) + 1, 1).AddMonths(3);
        await MoveClockAsync(quarter.AddDays(9).DayNumber - Today.DayNumber);
        await centre.OpenAsync("/centre");
        await centre.OpenAsync("/centre/activities");
        await centre.FollowAsync("/centre/activities/new?kind=training");
        await centre.FillAsync(
            ("Input.Title", "Basic digital skills, group 1"), ("Input.StartsOn", Text(Today)), ("Input.Level", "Basic"), ("Input.Mode", "OnSite"), ("Input.Curriculum", "Cisco"),
            ("Input.Women", "14"), ("Input.Men", "10"), ("Input.SexNotStated", "0"), ("Input.Hours", "40"), ("Input.Completed", "20"), ("Input.Certificates", "18"));
        await centre.PressAsync(".sticky button.button:not(.secondary)");
        await centre.OpenAsync("/centre/income");
        await centre.FillTheRestAsync("main form[action*='/centre/income']");
        await centre.PressAsync("main .sticky button");

        await MoveClockAsync(quarter.AddMonths(3).DayNumber - Today.DayNumber + 3);
        await centre.OpenAsync("/work");
        await centre.OpenAsync("/centre/reports");
        var period = $"{quarter.Year}-Q{((quarter.Month - 1) / 3) + 1}";
        var report = $"/centre/reports/{period}";
        await centre.OpenAsync(report);
        // parts that miss the total: said, and the report stays open
        await centre.FillAsync("Values[trained-basic].Parts[sex:women]", "15");
        await centre.PressAsync("button[name=go][value=submit]");
        await centre.MustSeeAsync(".error-summary a[href*='#trained-basic']");
        await centre.OpenAsync(report);
        await centre.FillAsync("Values[trained-basic].Parts[sex:women]", "14");
        await centre.PressAsync("button[name=go][value=submit]");
        await centre.PressAsync("main form button.button");

        var slug = (await _managerItu.LinksInAsync("/manage/reports", "/manage/reports/")).Single(link => link.EndsWith(period, StringComparison.Ordinal));
        await _managerItu.OpenAsync(slug);
        await _managerItu.FillAsync("Remark", "Please say how the certificates were counted.");
        await _managerItu.PressAsync("#return button");
        await centre.OpenAsync("/centre");
        await centre.OpenAsync(report);
        await centre.FillAsync("Values[certificates].Comment", "One for each person who passed the test.");
        await centre.PressAsync("button[name=go][value=submit]");
        await centre.PressAsync("main form button.button");
        await _managerItu.OpenAsync(slug);
        await _managerItu.PressAsync("button[formaction*='handler=Verify']");
        await _managerCisco.OpenAsync(slug);
        await _managerCisco.FillAsync("read", "true");
        await _managerCisco.PressAsync("#approve button");
    }

    /// <summary>A partner pledges and reads the dashboard, each figure down to its rows; the public sees what is public.</summary>
    private async Task SeeResultsAsync()
    {
        _partner = await InviteAsync("Mira Santos", "PartnerViewer", party: null, "Input.PartnerId");
        await _partner.OpenAsync("/work");
        await _partner.OpenAsync("/partners/contributions");
        await _partner.FollowAsync("/partners/contributions/pledge");
        await _partner.ChooseFirstAsync("Input.Centre");
        await _partner.FillAsync(("Input.Kind", "Curriculum"), ("Input.Description", "Courses on networks, with labs."), ("Input.Year", Text(Today)[..4]));
        await _partner.PressAsync("main form button.button");
        var pledge = (await _partner.LinksInAsync("/partners/contributions", "/partners/contributions/")).Single(link => Guid.TryParse(link.Split('/')[3], out _));
        await Chosen.Person.OpenAsync(pledge);
        await Chosen.Person.PressAsync("form[action*='handler=Confirm'] button");
        await Chosen.Person.FillAsync("Evidence", "Received on paper.");
        await Chosen.Person.PressAsync("form[action*='handler=Deliver'] button");

        await _partner.OpenAsync("/partners");
        await _partner.MustReadAsync("24");
        await _partner.FollowAsync("/partners/figures");
        await _partner.MustReadAsync("24");
        await _partner.OpenAsync("/partners/commitments");

        var anybody = await SomebodyAsync();
        foreach (var page in new[] { "/", "/calls", "/centres", "/results", "/about", "/privacy", "/accessibility", "/account/reset" })
        {
            await anybody.OpenAsync(page);
        }

        await anybody.OpenAsync((await anybody.LinksInAsync("/centres", "/centres/")).First(link => link.Contains("dakar", StringComparison.Ordinal)));
    }

    /// <summary>What each is awaited for, and what the administrator sees of all that.</summary>
    private async Task LookAtTheRecordsAsync()
    {
        foreach (var person in new[] { _managerItu, _managerCisco, _chairItu, _members[0], _admin })
        {
            await person.OpenAsync("/work");
        }

        foreach (var page in new[] { "/admin/audit", "/admin/outbox", "/admin/users", "/account/profile", "/manage/institutions" })
        {
            await (page.StartsWith("/manage", StringComparison.Ordinal) ? _managerItu : _admin).OpenAsync(page);
        }

        await _managerItu.OpenAsync($"/manage/calls/{_call}/candidacies");
        await _managerItu.OpenAsync("/manage/partners");
    }
}
