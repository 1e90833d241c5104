using DtcPortal.Application.Localization;
using DtcPortal.Domain.Calls;

namespace DtcPortal.Web.UserInterface;

/// <summary>The one word for what belongs to calls.</summary>
public static class CallWords
{
    /// <summary>What the portal checks of a qualification before a person looks.</summary>
    public static string Of(this IText text, QualificationCheck check)
    {
        ArgumentNullException.ThrowIfNull(text);
        return check switch
        {
            QualificationCheck.None => text["Nothing; a person decides"],
            QualificationCheck.CountryEligible => text["The country is on the call's list"],
            QualificationCheck.NonProfit => text["Non-profit, of a kind that may apply"],
            QualificationCheck.Levels => text["Trains at both levels"],
            QualificationCheck.Labs => text["Has labs, hardware and software"],
            QualificationCheck.Documents => text["Its documents are there"],
            _ => throw new ArgumentOutOfRangeException(nameof(check), check, "Not a check of a qualification."),
        };
    }

    /// <summary>Why a country is eligible.</summary>
    public static string Of(this IText text, EligibilityGround ground)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ground switch
        {
            EligibilityGround.LeastDeveloped => text["least developed country"],
            EligibilityGround.Developing => text["developing country"],
            _ => text["neither least developed nor developing"],
        };
    }

    /// <summary>What a question of the form takes.</summary>
    public static string Of(this IText text, FormFieldKind kind)
    {
        ArgumentNullException.ThrowIfNull(text);
        return kind switch
        {
            FormFieldKind.Text => text["One line"],
            FormFieldKind.LongText => text["Narrative with a word limit"],
            FormFieldKind.Number => text["Number"],
            FormFieldKind.Money => text["Amount"],
            FormFieldKind.Choice => text["Choice"],
            FormFieldKind.YesNo => text["Yes or no"],
            FormFieldKind.Email => text["Mail address"],
            FormFieldKind.Phone => text["Telephone number"],
            FormFieldKind.Url => text["Web address"],
            FormFieldKind.Date => text["Day"],
            FormFieldKind.Checkbox => text["Statement to accept"],
            FormFieldKind.File => text["Document"],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of question."),
        };
    }
}
