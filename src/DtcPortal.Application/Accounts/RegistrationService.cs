using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Accounts;

/// <summary>Makes the account of an applicant, with their institution or a request to join one.</summary>
public sealed class RegistrationService(
    PortalDbContext db, PortalClock clock, UserManager<PortalUser> users, AccountService accounts, InstitutionService institutions, MailComposer mail)
{
    private const string PathOfReset = "/account/reset";

    /// <summary>
    /// Registers and mails a link to confirm the address. Where the name is like one that is there, nothing is made and those are returned,
    /// unless one of them or <see cref="Register.IsAnother"/> was chosen. Who has an account already gets a mail that says so; the page says the same as ever.
    /// </summary>
    public async Task<IReadOnlyList<SimilarInstitution>> RegisterAsync(Register options, CancellationToken cancellationToken)
    {
        await CheckAsync(options);
        var similar = options.JoinId is null && !options.IsAnother
            ? await institutions.SimilarAsync(options.Country!, options.InstitutionName!, cancellationToken)
            : [];
        if (similar.Count > 0)
        {
            return similar;
        }

        var passwordHash = users.PasswordHasher.HashPassword(UserOf(options), options.Password!);
        await db.AtomicallyAsync(() => StoreAsync(options, passwordHash, cancellationToken), cancellationToken);
        return [];
    }

    /// <summary>Throws RuleBrokenException with all that is wrong with what was typed by itself.</summary>
    public async Task CheckAsync(Register options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var rules = new FormRules();
        rules.RequireName(options.Name, "Write your name.");
        rules.RequireEmail(options.Email);
        await rules.GatherAsync(() => users.RequireStrongAsync(UserOf(options), options.Password, nameof(options.Password)));
        if (options.JoinId is null)
        {
            rules.Require(ReferenceCatalogue.Countries.Any(country => country.Code == options.Country), "Choose a country from the list.", nameof(options.Country));
            rules.Require(!string.IsNullOrWhiteSpace(options.InstitutionName), "Write the institution's name.", nameof(options.InstitutionName));
            rules.Require(options.Kind is not null && Enum.IsDefined(options.Kind.Value), "Choose what kind of institution it is.", nameof(options.Kind));
        }

        rules.Demand();
    }

    private async Task StoreAsync(Register options, string passwordHash, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(options.Email!.Trim()) is { } known)
        {
            mail.Enqueue(new MailDraft
            {
                To = MailRecipient.Of(known),
                Subject = new Message("You have an account already"),
                Paragraphs = [new Message("Somebody tried to register with your mail address, which has an account. If it was you, sign in, or set a new password if you have forgotten it.")],
                Path = PathOfReset,
            });
            return;
        }

        var user = UserOf(options);
        user.PasswordHash = passwordHash;
        user.LockoutEnabled = true;
        (await users.CreateAsync(user)).Require("The account could not be made.");
        (await users.AddToRoleAsync(user, nameof(PortalRole.Applicant))).Require("The account could not be made.");
        if (options.JoinId is { } institutionId)
        {
            await institutions.AddAskAsync(user, institutionId, cancellationToken);
        }
        else
        {
            await FoundAsync(options, user, cancellationToken);
        }

        await accounts.EnqueueConfirmationAsync(user);
    }

    private async Task FoundAsync(Register options, PortalUser user, CancellationToken cancellationToken)
    {
        var key = TextFold.Of(options.InstitutionName);
        var isTaken = await db.Institutions.AnyAsync(known => known.Country == options.Country && known.NameKey == key, cancellationToken);
        Rule.Require(!isTaken, "An institution of this name is registered in this country. Ask to join it, or write what tells yours apart.", nameof(options.InstitutionName));
        var institution = new Institution(options.InstitutionName, key, options.Country!, options.City, options.Kind!.Value, user.Id, user.DisplayName, clock.Now);
        db.Institutions.Add(institution);
        user.InstitutionId = institution.Id;
    }

    private PortalUser UserOf(Register options) => new()
    {
        UserName = options.Email?.Trim(),
        Email = options.Email?.Trim(),
        DisplayName = options.Name?.Trim() ?? string.Empty,
        Language = options.Language,
        CreatedAt = clock.Now,
    };
}

/// <summary>What somebody who registers says.</summary>
public sealed record Register
{
    /// <summary>Their name.</summary>
    public required string? Name { get; init; }

    /// <summary>Their mail address.</summary>
    public required string? Email { get; init; }

    /// <summary>The password they choose.</summary>
    public required string? Password { get; init; }

    /// <summary>The language of the page they registered on; mails come in it.</summary>
    public string? Language { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of the institution's country.</summary>
    public string? Country { get; init; }

    /// <summary>The institution's official name.</summary>
    public string? InstitutionName { get; init; }

    /// <summary>Where it is.</summary>
    public string? City { get; init; }

    /// <summary>What kind of body it is.</summary>
    public BodyKind? Kind { get; init; }

    /// <summary>The known institution they ask to join; null to register a new one.</summary>
    public Guid? JoinId { get; init; }

    /// <summary>Whether theirs is another than those offered.</summary>
    public bool IsAnother { get; init; }
}
