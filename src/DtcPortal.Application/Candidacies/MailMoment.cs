using System.Globalization;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Candidacies;

/// <summary>Instants in mails, where no reader's zone is known: in UTC.</summary>
public static class MailMoment
{
    /// <summary>20:59 UTC on 30 November 2026.</summary>
    public static Message Of(DateTimeOffset at)
    {
        var utc = at.ToUniversalTime();
        return new Message("{0:HH:mm} UTC on {0:d MMMM yyyy}", utc.DateTime);
    }
}
