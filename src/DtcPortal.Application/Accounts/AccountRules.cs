using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Mail;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Accounts;

/// <summary>What every form asks of the person that an account is for.</summary>
internal static class AccountRules
{
    /// <summary>At Name: there is one, and it is not too long.</summary>
    public static void RequireName(this FormRules rules, string? name, string missing)
    {
        rules.Require(!string.IsNullOrWhiteSpace(name), missing, "Name");
        rules.Require(name is null || name.Length <= PortalUser.NameLength, new Message("A name has at most {0} characters.", PortalUser.NameLength), "Name");
    }

    /// <summary>At Email: it is an address to which mail can be sent.</summary>
    public static void RequireEmail(this FormRules rules, string? email) => rules.Require(
        new EmailAddressAttribute().IsValid(email?.Trim() ?? string.Empty) && email?.Length <= OutboxMessage.RecipientLength,
        "Enter an e-mail address, such as name@example.org.", "Email");
}
