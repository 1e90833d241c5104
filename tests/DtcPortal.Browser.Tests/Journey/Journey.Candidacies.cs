using Xunit;

namespace DtcPortal.Browser.Tests.Journey;

internal sealed partial class Journey
{
    private readonly List<Applicant> _applicants = [];

    private Applicant Chosen => _applicants[0];

    private Applicant Declining => _applicants[1];

    private Applicant Waiting => _applicants[2];

    /// <summary>An institution that applies.</summary>
    private sealed record Applicant(Person Person, string Institution, string Country, int Score)
    {
        public string Reference { get; set; } = string.Empty;

        public string Here => $"/candidacies/{Reference}";
    }

    /// <summary>Institutions find the call, check whether they can apply, register, write and submit.</summary>
    private async Task ApplyAsync()
    {
        _applicants.Add(await RegisterAsync("Fatou Ndiaye", "Institut numérique de Dakar", "SN", score: 4));
        _applicants.Add(await RegisterAsync("Joseph Otieno", "Nairobi Community ICT Centre", "KE", score: 5));
        _applicants.Add(await RegisterAsync("Khadija Ali", "Mombasa Open Lab", "KE", score: 3));
        if (way.HasFourth)
        {
            _applicants.Add(await RegisterAsync("Laxmi Rai", "Pokhara Training House", "NP", score: 1));
        }

        foreach (var applicant in _applicants)
        {
            await WriteAndSubmitAsync(applicant);
        }
    }

    private async Task<Applicant> RegisterAsync(string name, string institution, string country, int score)
    {
        var person = await SomebodyAsync();
        await person.OpenAsync("/");
        await person.FollowAsync("/calls");
        await person.FollowAsync($"/calls/{_call}");
        await person.FollowAsync($"/calls/{_call}/eligibility");
        await person.FillAsync(("Input.Country", "FR"), ("Input.NonProfit", "true"), ("Input.Kind", "CommunityTrainingCentre"), ("Input.BothLevels", "true"), ("Input.HasLabs", "true"));
        await person.PressAsync("main form button.button");
        await person.MustSeeAsync(".notice-box ul li, .notice ul li");
        await person.FillAsync("Input.Country", country);
        await person.PressAsync("main form button.button");
        await person.FollowAsync("/account/register");
        var email = $"{name.Split(' ')[0].ToLowerInvariant()}@example.org";
        await person.FillAsync(
            ("Input.Name", name), ("Input.Email", email), ("Input.Password", Password), ("Input.Country", country), ("Input.InstitutionName", institution), ("Input.City", "Centre-ville"));
        await person.FillTheRestAsync("main form");
        await person.PressAsync();
        var link = await person.LinkInMailAsync();
        await person.OpenAsync(link);
        await person.PressAsync();
        await SignInAsync(person, email);
        return new Applicant(person, institution, country, score);
    }

    private async Task WriteAndSubmitAsync(Applicant applicant)
    {
        var person = applicant.Person;
        await person.OpenAsync($"/candidacies?call={_call}");
        await person.FillAsync("Input.Country", applicant.Country);
        await person.PressAsync();
        applicant.Reference = person.Address.Split('?')[0].Split('/')[2];
        await person.OpenAsync(applicant.Here);
        var sections = (await person.LinksAsync($"{applicant.Here}/")).Where(link => link.Split('/')[3] is not ("submit" or "history" or "country" or "withdraw" or "receipt") && !link.Contains('#')).ToList();
        if (way.JavaScript && applicant == Chosen)
        {
            await LeaveWithoutSavingAsync(person, sections[0]);
        }

        foreach (var section in sections)
        {
            // "save and go on" has led there, but for the first
            await person.BeAtAsync(section);
            await AttachWhatIsMissingAsync(person, section);
            await person.FillTheRestAsync("#section");
            await person.PressAsync(".sticky button[name=Go][value=next]");
        }

        await person.OpenAsync($"{applicant.Here}/submit");
        await person.PressAsync();
        await person.OpenAsync($"{applicant.Here}/receipt");
        await person.OpenAsync($"{applicant.Here}/history");
        await person.OpenAsync(applicant.Here);
    }

    /// <summary>What is typed is saved as one goes: whoever leaves without pressing a button finds it again.</summary>
    private static async Task LeaveWithoutSavingAsync(Person person, string section)
    {
        const string Typed = "We began with six computers in a library.";
        await person.OpenAsync(section);
        await person.FillAsync("Answers[aboutInstitution]", Typed);
        await person.Page.Locator(".saved[data-state=saved]").WaitForAsync();
        await person.OpenAsync("/work");
        await person.OpenAsync(section);
        Assert.Equal(Typed, await person.Page.Locator("[name='Answers[aboutInstitution]']").InputValueAsync());
    }

    private async Task AttachWhatIsMissingAsync(Person person, string section)
    {
        foreach (var field in await person.ValuesAsync("tr:has(.watch) button[value^='add:']"))
        {
            var file = await DocumentAsync(field[4..]);
            await person.FillAsync("Field", field[4..]);
            await person.FillAsync("Document", file);
            await person.PressAsync("button[name=Go][value=upload]");
            await person.BeAtAsync(section);
        }
    }

    /// <summary>After the deadline a manager screens; what is unclear is asked and answered.</summary>
    private async Task ScreenAsync()
    {
        await MoveClockAsync(41);
        await Chosen.Person.OpenAsync(Chosen.Here);
        await Chosen.Person.OpenAsync($"{Chosen.Here}/submit");
        await _managerCisco.OpenAsync($"/manage/calls/{_call}");
        await _managerCisco.PressAsync("a[href$='/start-screening']");
        await _managerCisco.PressAsync();
        var screening = $"/manage/calls/{_call}/screening";
        await _managerCisco.OpenAsync(screening);
        foreach (var applicant in _applicants)
        {
            await _managerCisco.OpenAsync($"{screening}/{applicant.Reference}");
            await FindAllMetAsync(_managerCisco);
            if (applicant == Chosen)
            {
                await ClarifyAsync(applicant, screening);
            }

            await _managerCisco.PressAsync("button[name=then][value=eligible]");
        }
    }

    private static async Task FindAllMetAsync(Person manager)
    {
        foreach (var code in new[] { "M1", "M2", "M3", "M4" })
        {
            await manager.FillAsync($"Findings[{code}].Finding", "Met");
        }
    }

    private async Task ClarifyAsync(Applicant applicant, string screening)
    {
        var manager = _managerCisco;
        await manager.FillAsync(("Findings[M3].Finding", "ToClarify"), ("Findings[M3].Reason", "The list names no course at intermediate level."));
        await manager.PressAsync("button[name=then][value=save]");
        await manager.FillAsync(("Question", "Which course is at intermediate level?"), ("Facts", "training/trainsIntermediate"), ("DueOn", Text(Today.AddDays(10))));
        await manager.PressAsync("#ask button");
        await applicant.Person.OpenAsync("/work");
        await applicant.Person.OpenAsync(applicant.Here);
        await applicant.Person.FollowAsync($"{applicant.Here}/clarification");
        await applicant.Person.FillAsync("Answer", "Network administration, 120 hours.");
        await applicant.Person.PressAsync();
        await manager.OpenAsync($"{screening}/{applicant.Reference}");
        await manager.PressAsync("#close button");
        await FindAllMetAsync(manager);
    }
}
