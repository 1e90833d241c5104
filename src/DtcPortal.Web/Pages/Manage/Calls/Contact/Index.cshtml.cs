using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Calls;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Contact;

/// <summary>Sets where to send, whom to ask, and the languages of a call.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallService calls, CallPartQueries queries) : CallPage
{
    private static readonly string[] Known = ["en", "fr", "es", "ar", "zh", "ru"];

    [BindProperty]
    public ContactInput Input { get; set; } = new();

    public IEnumerable<Choice> Languages => [.. Known.Select(code => new Choice(code, T.LanguageName(code)))];

    public async Task OnGetAsync() => Input = await StoredAsync();

    public Task<IActionResult> OnPostAsync() => SaveAsync(
        () => calls.SetContactAsync(
            new SetCallContact
            {
                Actor = Actor,
                Slug = Slug,
                Version = Input.Version,
                PostalAddress = Input.PostalAddress,
                ContactName = Input.ContactName,
                ContactEmail = Input.ContactEmail,
                Languages = [.. Known.Intersect(Input.Languages)],
            },
            Cancel),
        () => Input, StoredAsync, Say,
        check: () => Domain.Calls.Call.CheckContact(Input.PostalAddress, Input.ContactName, Input.ContactEmail, [.. Known.Intersect(Input.Languages)]));

    private async Task<ContactInput> StoredAsync()
    {
        (Call, var contact) = await queries.ContactAsync(Slug, Cancel);
        return new ContactInput
        {
            PostalAddress = contact.PostalAddress,
            ContactName = contact.ContactName,
            ContactEmail = contact.ContactEmail,
            Languages = [.. contact.Languages],
            Version = Call.Version,
        };
    }

    private IEnumerable<PartValue> Say(ContactInput input) =>
    [
        new(T["Postal address"], input.PostalAddress),
        new(T["Whom to ask"], input.ContactName),
        new(T["Mail address"], input.ContactEmail),
        new(T["Languages of candidacies"], string.Join(", ", Languages.Where(language => input.Languages.Contains(language.Value)).Select(language => language.Text))),
    ];

    /// <summary>Where to send and whom to ask as they are typed.</summary>
    public sealed class ContactInput
    {
        [Required(ErrorMessage = "Write where those send their candidacy who cannot use the portal."), StringLength(1000)]
        [Display(Name = "Postal address")]
        public string? PostalAddress { get; set; }

        [Required(ErrorMessage = "Write whom to ask."), StringLength(200)]
        [Display(Name = "Whom to ask")]
        public string? ContactName { get; set; }

        [Required(ErrorMessage = "Write a mail address to ask at."), EmailAddress, StringLength(254)]
        [Display(Name = "Mail address")]
        public string? ContactEmail { get; set; }

        [Display(Name = "Languages of candidacies")]
        public IList<string> Languages { get; set; } = [];

        public long? Version { get; set; }
    }
}
