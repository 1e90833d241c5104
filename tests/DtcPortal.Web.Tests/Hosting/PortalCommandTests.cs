using DtcPortal.Web.Hosting;
using Xunit;

namespace DtcPortal.Web.Tests.Hosting;

public sealed class PortalCommandTests
{
    [Fact]
    public void Parse_Demo_LeavesTheAddress()
    {
        var command = PortalCommand.Parse(["--demo", "--urls", "http://127.0.0.1:5000"]);
        Assert.True(command.Demo);
        Assert.Null(command.Verb);
        Assert.Equal(["--urls", "http://127.0.0.1:5000"], command.Configuration);
    }

    [Theory]
    [InlineData("create-admin", "--email", "a@example.org", "--name", "Ada")]
    [InlineData("create-admin", "a@example.org", "--name", "Ada")]
    [InlineData("create-admin", "--email=a@example.org", "--name=Ada")]
    public void Parse_CreateAdmin_ReadsItsOptions(params string[] args)
    {
        var command = PortalCommand.Parse(args);
        Assert.Equal(("create-admin", "a@example.org", "Ada"), (command.Verb, command.Option("--email"), command.Option("--name")));
        Assert.Empty(command.Configuration);
        Assert.Null(command.Option("--password"));
    }

    [Fact]
    public void Parse_Verb_LeavesConfiguration()
    {
        var command = PortalCommand.Parse(["verify-audit", "--Database:Provider", "MySql"]);
        Assert.Equal(PortalCommand.VerifyAudit, command.Verb);
        Assert.Equal(["--Database:Provider", "MySql"], command.Configuration);
    }

    [Fact]
    public void Parse_MakeDemo_LeavesWhatTheStartWasGiven()
    {
        var command = PortalCommand.Parse(["--urls", "http://127.0.0.1:5000", "--demo", "make-demo"]);
        Assert.True(command.Demo);
        Assert.Equal(PortalCommand.MakeDemo, command.Verb);
        Assert.Equal(["--urls", "http://127.0.0.1:5000"], command.Configuration);
    }
}
