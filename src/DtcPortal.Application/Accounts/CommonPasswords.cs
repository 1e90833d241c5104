using Microsoft.AspNetCore.Identity;

namespace DtcPortal.Application.Accounts;

/// <summary>Passwords of twelve or more characters that guessers try first: words everybody uses, however dressed, runs of keys, one's own name.</summary>
public static class CommonPasswords
{
    private static readonly HashSet<string> Words = Read();

    private static readonly char[] Dressing = [.. "0123456789!?.,;:-_+*#$%&/()= "];

    private static readonly string[] Runs =
    [
        "01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "azertyuiopqsdfghjklmwxcvbn",
        "qwertzuiopasdfghjklyxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "q1w2e3r4t5y6u7i8o9p0", "1q2w3e4r5t6y7u8i9o0p", "zaq12wsxcde34rfv",
    ];

    /// <summary>Whether the password is a common one, or made of the account's own name or mail address.</summary>
    public static bool Contains(string password, PortalUser user)
    {
        var folded = Fold(password);
        var letters = Fold(password.Trim(Dressing));
        return IsRun(password.ToLowerInvariant()) || IsRepeated(folded) || IsMadeOfWords(letters) || IsOwn(folded, user);
    }

    private static bool IsRun(string password) => Runs.Any(run => run.Contains(password, StringComparison.Ordinal) || (run + run).Contains(password, StringComparison.Ordinal));

    // abcabcabcabc
    private static bool IsRepeated(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && string.Concat(Enumerable.Repeat(text[..length], text.Length / length)) == text)
            {
                return true;
            }
        }

        return false;
    }

    // one common word, or two of them in a row
    private static bool IsMadeOfWords(string letters)
    {
        if (letters.Length == 0 || Words.Contains(letters))
        {
            return true;
        }

        for (var cut = 3; cut <= letters.Length - 3; cut++)
        {
            if (Words.Contains(letters[..cut].TrimEnd('-', '_', ' ', '.')) && Words.Contains(letters[cut..].TrimStart('-', '_', ' ', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9')))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOwn(string folded, PortalUser user)
    {
        var own = new[] { user.Email, user.Email?.Split('@')[0], user.DisplayName.Replace(" ", string.Empty, StringComparison.Ordinal) };
        return own.Any(name => name is { Length: >= 4 } && folded.Contains(Fold(name), StringComparison.Ordinal) && folded.Length - name.Length < 6);
    }

    // p@ssw0rd is password
    private static string Fold(string text) => string.Create(text.Length, text.ToLowerInvariant(), (span, lower) =>
    {
        for (var index = 0; index < lower.Length; index++)
        {
            span[index] = lower[index] switch { '@' or '4' => 'a', '0' => 'o', '3' => 'e', '$' or '5' => 's', '1' when index > 0 && char.IsLetter(lower[index - 1]) && index + 1 < lower.Length && char.IsLetter(lower[index + 1]) => 'i', var other => other };
        }
    });

    private static HashSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("DtcPortal.Application.Accounts.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Fold)];
    }
}

internal sealed class CommonPasswordValidator : IPasswordValidator<PortalUser>
{
    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) =>
        Task.FromResult(CommonPasswords.Contains(password ?? string.Empty, user)
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordCommon", Description = "The password is a common one." })
            : IdentityResult.Success);
}
