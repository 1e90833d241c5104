using DtcPortal.Web.Hosting;
using DtcPortal.Web.Jobs;

var command = PortalCommand.Parse(args);
var builder = PortalHost.CreateBuilder(command);
if (Refusals.Of(builder, command) is { Count: > 0 } refusals)
{
    return Refusals.Report(refusals);
}

if (command.Verb == PortalCommand.MakeDemo)
{
    await builder.MakeDemoAsync();
    return 0;
}

builder.AddPortal();
#if BENCHMARK
DtcPortal.Web.Floor.FloorEndpoints.AddFloor(builder);
#endif
var demo = command.Demo ? builder.EnsureDemoAsync(command) : Task.FromResult(true);

await using var app = builder.Build();
#if BENCHMARK
DtcPortal.Web.Floor.FloorEndpoints.UseQueryCount(app);
#endif
app.UseProtection();
app.UsePages();
app.MapHealth();
app.MapApi();
app.MapJobs();
#if BENCHMARK
DtcPortal.Web.Floor.FloorEndpoints.MapFloor(app);
#endif
return await app.WarmUpUntilAsync(demo) ? await app.RunPortalAsync(command) : Refusals.Report([DemoHosting.NotMade]);

/// <summary>The portal's program; named so that tests can start it.</summary>
public partial class Program;
