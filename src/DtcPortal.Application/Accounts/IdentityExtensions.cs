using System.Text;
using DtcPortal.Domain.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace DtcPortal.Application.Accounts;

/// <summary>Tokens as they stand in addresses.</summary>
public static class AccountTokens
{
    /// <summary>As it stands in an address.</summary>
    public static string Encode(string token) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token));

    /// <summary>As it was made; anything unreadable gives an empty one, which is never good.</summary>
    public static string Decode(string? token)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token ?? string.Empty));
        }
        catch (FormatException)
        {
            return string.Empty;
        }
    }
}

internal static class IdentityExtensions
{
    /// <summary>Throws RuleBrokenException with the sentence unless Identity did it.</summary>
    public static void Require(this IdentityResult result, string sentence, string? field = null) => Rule.Require(result.Succeeded, sentence, field);

    /// <summary>Throws RuleBrokenException at the field when the password is too short or too common.</summary>
    public static async Task RequireStrongAsync(this UserManager<PortalUser> users, PortalUser user, string? password, string field)
    {
        Rule.Require(password?.Length >= AccountsRegistration.ShortestPassword, new Message("Use at least {0} characters; several words in a row are good.", AccountsRegistration.ShortestPassword), field);
        Rule.Require(password.Length <= AccountsRegistration.LongestPassword, new Message("Use at most {0} characters.", AccountsRegistration.LongestPassword), field);
        Rule.Require(!CommonPasswords.Contains(password, user), "This password is among the first that others would try. Choose another.", field);
        foreach (var validator in users.PasswordValidators)
        {
            (await validator.ValidateAsync(users, user, password)).Require("This password is among the first that others would try. Choose another.", field);
        }
    }
}
