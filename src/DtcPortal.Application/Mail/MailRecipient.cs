using DtcPortal.Application.Accounts;

namespace DtcPortal.Application.Mail;

/// <summary>Who gets a mail.</summary>
/// <param name="Address">Mail address.</param>
/// <param name="Name">Name; may be empty.</param>
/// <param name="Language">en or fr; null when they have chosen none.</param>
/// <param name="AccountId">Their account; null for addresses without one.</param>
public sealed record MailRecipient(string Address, string Name, string? Language, Guid? AccountId)
{
    /// <summary>The holder of an account.</summary>
    public static MailRecipient Of(PortalUser user) => new(user.Email!, user.DisplayName, user.Language, user.Id);
}
