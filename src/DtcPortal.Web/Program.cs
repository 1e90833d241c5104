using DtcPortal.Web.Hosting;

var command = PortalCommand.Parse(args);
var builder = PortalHost.CreateBuilder(command);
builder.AddStorage();
builder.AddAccounts();
builder.AddMail();
builder.AddPages();
builder.AddProtection();
builder.AddHealth();

if (Refusals.Of(builder, command) is { Count: > 0 } refusals)
{
    return Refusals.Report(refusals);
}

await using var app = builder.Build();
app.UseProtection();
app.UsePages();
app.MapHealth();
return await app.RunPortalAsync(command);

/// <summary>The portal's program; named so that tests can start it.</summary>
public partial class Program;
