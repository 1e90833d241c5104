namespace DtcPortal.Browser.Tests.Journey;

internal sealed partial class Journey
{
    private readonly List<Person> _members = [];

    /// <summary>The administrator, made by the command, invites everybody; each chooses a password by the link in the mail.</summary>
    private async Task InviteEverybodyAsync()
    {
        _admin = await SomebodyAsync();
        await _admin.OpenAsync("/");
        await SignInAsync(_admin, Administrator);
        await _admin.MustSeeAsync("main h1");
        _managerItu = await InviteAsync("Amina Diallo", "ProgrammeManager", "Itu");
        _managerCisco = await InviteAsync("Brigid Nolan", "ProgrammeManager", "Cisco");
        _chairItu = await InviteAsync("Chidi Okoro", "CoChair", "Itu");
        _chairCisco = await InviteAsync("Dana Petrov", "CoChair", "Cisco");
        _members.Add(await InviteAsync("Elif Kaya", "CommitteeMember", "Itu"));
        _members.Add(await InviteAsync("Farid Haddad", "CommitteeMember", "Itu"));
        _members.Add(await InviteAsync("Grace Lim", "CommitteeMember", "Cisco"));
        _members.Add(await InviteAsync("Hugo Silva", "CommitteeMember", "Cisco"));
    }

    private async Task<Person> InviteAsync(string name, string role, string? party, string? place = null)
    {
        var email = $"{name.Split(' ')[0].ToLowerInvariant()}@example.org";
        await _admin.OpenAsync("/admin/users/invite");
        await _admin.FillAsync(("Input.Name", name), ("Input.Email", email), ("Input.Roles", role));
        if (party is not null)
        {
            await _admin.FillAsync("Input.Party", party);
        }

        if (place is not null)
        {
            await _admin.ChooseFirstAsync(place);
        }

        await _admin.PressAsync();
        var link = await _admin.LinkInMailAsync();
        var person = await SomebodyAsync();
        await person.OpenAsync(link);
        await person.FillAsync("Password", Password);
        await person.PressAsync();
        await SignInAsync(person, email);
        return person;
    }

    private static async Task SignInAsync(Person person, string email)
    {
        if (!person.Address.StartsWith("/account/sign-in", StringComparison.Ordinal))
        {
            await person.FollowAsync("/account/sign-in");
        }

        await person.FillAsync(("Input.Email", email), ("Input.Password", Password));
        await person.PressAsync("#sign-in button");
        await person.MustSeeAsync(".bar-account");
    }
}
