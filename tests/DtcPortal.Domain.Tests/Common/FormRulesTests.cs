using DtcPortal.Domain.Common;
using Xunit;

namespace DtcPortal.Domain.Tests.Common;

public sealed class FormRulesTests
{
    [Fact]
    public void Demand_SeveralBroken_TellsAllOfThemAndOneAField()
    {
        var rules = new FormRules();
        rules.Require(true, "Fine.", "Title");
        rules.Require(false, "Write a title.", "Title");
        rules.Require(false, "A title is short.", "Title");
        rules.Require(false, new Message("At most {0}.", 3), "Count");

        var broken = Assert.Throws<RuleBrokenException>(rules.Demand);

        Assert.Equal([("Title", "Write a title."), ("Count", "At most 3.")], broken.All.Select(rule => (rule.Field!, rule.Rule.ToString())));
        Assert.Equal(("Title", "Write a title. At most 3."), (broken.Field, broken.Message));
    }

    [Fact]
    public void Require_ComparedWithAFieldThatIsWrong_SaysNothing()
    {
        var rules = new FormRules();
        rules.Require(false, "Write the first day.", "StartsOn");
        rules.Require(false, "The last day must not be before the first.", "EndsOn", "StartsOn");

        Assert.Single(Assert.Throws<RuleBrokenException>(rules.Demand).All);
    }

    [Fact]
    public async Task Gather_WhatAnotherCheckThrows_IsToldWithTheRest()
    {
        var rules = new FormRules();
        rules.Gather(() => Rule.Reason(" "));
        await rules.GatherAsync(() => throw new RuleBrokenException(new Message("Attach a document."), "File"));

        Assert.Equal(["Reason", "File"], Assert.Throws<RuleBrokenException>(rules.Demand).All.Select(rule => rule.Field));
    }

    [Fact]
    public void Demand_NothingBroken_GoesOn() => Assert.Null(Record.Exception(new FormRules().Demand));
}
