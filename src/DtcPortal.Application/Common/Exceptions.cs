using System.Diagnostics.CodeAnalysis;

namespace DtcPortal.Application.Common;

/// <summary>What was asked for does not exist, or the one who asks must not learn that it does: 404.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It carries nothing: the page says only that there is nothing.")]
public sealed class NotFoundException() : Exception("There is no such thing.");

/// <summary>The one who asks may know of it, but not do this: 403.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It carries nothing but a reason for the user.")]
public sealed class ForbiddenException(Domain.Common.Message? reason = null) : Exception("This is not allowed.")
{
    /// <summary>Why, where the user may know.</summary>
    public Domain.Common.Message? Reason { get; } = reason;
}

/// <summary>Shorthand for what a query found.</summary>
public static class Found
{
    /// <summary>The value. Throws <see cref="NotFoundException"/> when there is none.</summary>
    public static T OrNotFound<T>([NotNull] this T? value)
        where T : class => value ?? throw new NotFoundException();

    /// <summary>The value. Throws <see cref="NotFoundException"/> when there is none.</summary>
    public static async Task<T> OrNotFoundAsync<T>(this Task<T?> value)
        where T : class => await value ?? throw new NotFoundException();
}
