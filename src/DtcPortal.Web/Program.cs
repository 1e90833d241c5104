using DtcPortal.Web.Hosting;
using DtcPortal.Web.Jobs;

var command = PortalCommand.Parse(args);
var builder = PortalHost.CreateBuilder(command);
if (Refusals.Of(builder, command) is { Count: > 0 } refusals)
{
    return Refusals.Report(refusals);
}

builder.AddPortal();
if (command.Demo)
{
    await builder.EnsureDemoAsync(command);
}

await using var app = builder.Build();
app.UseProtection();
app.UsePages();
app.MapHealth();
app.MapJobs();
return await app.RunPortalAsync(command);

/// <summary>The portal's program; named so that tests can start it.</summary>
public partial class Program;
