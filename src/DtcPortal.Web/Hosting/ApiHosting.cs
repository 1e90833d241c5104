using DtcPortal.Web.Api;

namespace DtcPortal.Web.Hosting;

/// <summary>The read-only interface for programs and its description.</summary>
public static class ApiHosting
{
    /// <summary>The description, made from the endpoints.</summary>
    public static void AddApi(this WebApplicationBuilder builder) => builder.Services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "DTC Portal: approved results";
        document.Info.Description = "Approved, aggregated figures of the Digital Transformation Centres Initiative of ITU and Cisco. Small counts are hidden.";
        return Task.CompletedTask;
    }));

    /// <summary>/api/v1 and /openapi/v1.json, for everybody.</summary>
    public static void MapApi(this WebApplication app)
    {
        app.MapResultsApi();
        app.MapOpenApi().AllowAnonymous();
    }
}
