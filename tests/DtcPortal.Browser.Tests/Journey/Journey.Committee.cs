using System.Globalization;

namespace DtcPortal.Browser.Tests.Journey;

internal sealed partial class Journey
{
    private string Committee => $"/committee/calls/{_call}";

    /// <summary>Members and co-chairs declare conflicts, the other party decides on one, a manager spreads the reviews, both sign the start.</summary>
    private async Task AssignAsync()
    {
        foreach (var person in (Person[])[_chairItu, _chairCisco, .. _members])
        {
            await person.OpenAsync("/work");
            await person.OpenAsync("/committee");
            await person.OpenAsync($"{Committee}/conflicts");
            if (person == _members[0])
            {
                await person.FillAsync("Conflicts", Waiting.Reference);
                await person.FillAsync($"Reasons[{Waiting.Reference}]", "My sister teaches there.");
            }

            await person.FillAsync("IsComplete", "true");
            await person.PressAsync("main form button.button");
        }

        await _chairCisco.OpenAsync($"{Committee}/conflicts");
        await _chairCisco.FillAsync(("decision", "uphold"), ("reason", "A close tie."));
        await _chairCisco.PressAsync("#decide form button");

        await _managerItu.OpenAsync($"/manage/calls/{_call}/assignments");
        await _managerItu.PressAsync("form[action*='handler=Assign'] button");
        await _managerItu.FillAsync("ReviewsDueOn", Text(Today.AddDays(30)));
        await _managerItu.PressAsync("form[action*='handler=Scoring'] button");
        await BothSignAsync(Committee);
    }

    /// <summary>Each member scores what was assigned to them, criterion by criterion.</summary>
    private async Task ReviewAsync()
    {
        foreach (var member in _members)
        {
            await member.OpenAsync("/committee");
            foreach (var link in await member.LinksAsync("/committee/DTC"))
            {
                var reference = link.Split('/')[2];
                await ScoreAsync(member, _applicants.Single(applicant => applicant.Reference == reference));
            }

            await member.OpenAsync("/committee");
        }
    }

    private static async Task ScoreAsync(Person member, Applicant applicant)
    {
        var review = $"/committee/{applicant.Reference}/review";
        await member.OpenAsync($"/committee/{applicant.Reference}");
        await member.OpenAsync(review);
        while (!member.Address.StartsWith($"{review}/submit", StringComparison.Ordinal))
        {
            await member.Page.Locator($"label.score-card:has(input[value='{applicant.Score.ToString(CultureInfo.InvariantCulture)}'])").ClickAsync();
            await member.FillAsync("Input.Reason", "Shown by the documents, with figures of three years.");
            await member.PressAsync(".sticky button.button:not(.secondary)");
        }

        await member.FillAsync("Input.Feedback", "Say more on how the labs are kept.");
        await member.PressAsync("#remarks button.button");
    }

    /// <summary>The ranking, the proposal by the rules, both signatures: offers, seats, waitlist and notices at once.</summary>
    private async Task DecideAsync()
    {
        await _chairItu.OpenAsync(Committee);
        await _chairItu.PressAsync("form[action*='handler=Deliberate'] button");
        await BothSignAsync(Committee);
        await _chairItu.OpenAsync($"{Committee}/ranking");
        await _chairItu.OpenAsync($"/committee/{Chosen.Reference}");
        await _chairItu.OpenAsync($"{Committee}/selection");
        await _chairItu.PressAsync("form[action*='handler=Propose'] button");
        await _chairItu.OpenAsync($"{Committee}/selection/what-if");
        await _chairItu.OpenAsync($"{Committee}/selection/seats");
        await _chairItu.OpenAsync($"{Committee}/selection/override");
        await Chosen.Person.OpenAsync($"{Chosen.Here}/result");
        await BothSignAsync($"{Committee}/selection/sign");
        foreach (var applicant in _applicants)
        {
            await applicant.Person.OpenAsync("/work");
            await applicant.Person.OpenAsync($"{applicant.Here}/result");
        }

        await _applicants[^1].Person.MustReadAsync("Say more on how the labs are kept.");
    }

    /// <summary>One accepts, one declines: the portal proposes who comes next, both sign, that one accepts.</summary>
    private async Task AnswerOffersAsync()
    {
        await AcceptAsync(Chosen);
        await Declining.Person.OpenAsync($"{Declining.Here}/result/decline");
        await Declining.Person.FillAsync("Input.Reason", "Our building is being repaired.");
        await Declining.Person.PressAsync("main form button.danger");
        await _chairItu.OpenAsync($"{Committee}/selection");
        await _chairItu.FollowAsync($"{Committee}/selection/successors/");
        await BothSignAsync(_chairItu.Address);
        await AcceptAsync(Waiting);
    }

    private static async Task AcceptAsync(Applicant applicant)
    {
        await applicant.Person.OpenAsync($"{applicant.Here}/result");
        await applicant.Person.FollowAsync($"{applicant.Here}/result/accept");
        await applicant.Person.FillAsync("Input.CentreName", $"DTC {applicant.Institution}");
        await applicant.Person.PressAsync();
    }
}
