using DtcPortal.Application.Reporting;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Partners;

/// <summary>The filters as they stand in the address.</summary>
public sealed class FigureFilterInput
{
    /// <summary>Code of an indicator.</summary>
    [FromQuery(Name = "indicator")]
    public string? Indicator { get; set; }

    /// <summary>Code of a region.</summary>
    [FromQuery(Name = "region")]
    public string? Region { get; set; }

    /// <summary>Slug of a centre.</summary>
    [FromQuery(Name = "centre")]
    public string? Centre { get; set; }

    /// <summary>Slug of a phase.</summary>
    [FromQuery(Name = "phase")]
    public string? Phase { get; set; }

    /// <summary>First quarter.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; set; }

    /// <summary>Last quarter.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary>As the queries read it.</summary>
    public FigureFilterText ToText() => new() { Indicator = Indicator, Region = Region, Centre = Centre, Phase = Phase, From = From, To = To };
}
