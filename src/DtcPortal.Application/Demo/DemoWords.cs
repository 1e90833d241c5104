using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Demo;

/// <summary>Longer texts of the demonstration.</summary>
internal static class DemoWords
{
    public static readonly LocalizedText FirstCall = LocalizedText.Of(
        "ITU and Cisco invite institutions in least developed and developing countries to host a Digital Transformation Centre. Centres train people at basic and intermediate levels, advise policy makers and study which skills their region needs. Up to ten centres are chosen worldwide for this phase, most where the need is greatest. This call belongs to a demonstration: its institutions and figures are invented.",
        "L’UIT et Cisco invitent des établissements des pays les moins avancés et des pays en développement à accueillir un centre de transformation numérique. Les centres forment aux niveaux élémentaire et intermédiaire, conseillent les responsables politiques et étudient les compétences dont leur région a besoin. Dix centres au plus sont retenus dans le monde pour cette phase, surtout là où le besoin est le plus grand. Cet appel appartient à une démonstration : ses établissements et ses chiffres sont inventés.");

    public static readonly LocalizedText LaterCall = LocalizedText.Of(
        "After the first phase, ITU and Cisco look for further institutions that host a Digital Transformation Centre: training at basic and intermediate levels, training of trainers, workshops for policy makers and studies of skills gaps. How many centres are chosen follows from the review of the phase before. This call belongs to a demonstration: its institutions and figures are invented.",
        "Après la première phase, l’UIT et Cisco recherchent d’autres établissements pour accueillir un centre de transformation numérique : formation aux niveaux élémentaire et intermédiaire, formation de formateurs, ateliers pour responsables politiques et études des lacunes en matière de compétences. Le nombre de centres retenus découle du bilan de la phase précédente. Cet appel appartient à une démonstration : ses établissements et ses chiffres sont inventés.");

    public const string Review =
        "All ten centres of phase 1 report, and four quarters are approved. Most reach their targets at basic level; intermediate training grew more slowly, and two regions have one centre each. Half of the income is the centres' own. The parties find that ten further centres can be accompanied well.";

    public const string CapReason = "The review of phase 1's first year found that ten further centres can be accompanied.";
}
