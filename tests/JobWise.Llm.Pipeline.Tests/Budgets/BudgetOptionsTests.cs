using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Pipeline.Tests;

public class BudgetOptionsTests
{
    private const string Usd = "an amount of US dollars above 0, such as 25.50";
    private const string Tokens = "a whole number above 0, such as 1000000";

    [Theory]
    [InlineData("Scope", "Everyone", "All, User, Tenant, Workflow or Tag")]
    [InlineData("Scope", "1", "All, User, Tenant, Workflow or Tag")]
    [InlineData("Period", "Week", "Day or Month")]
    [InlineData("Kind", "Firm", "Hard or Soft")]
    [InlineData("Usd", "0", Usd)]
    [InlineData("Usd", "10 USD", Usd)]
    [InlineData("Tokens", "-1", Tokens)]
    [InlineData("AllowUnknownCost", "maybe", "true or false")]
    public void A_wrong_value_names_key_value_and_cure(string key, string value, string cure)
    {
        var settings = new Dictionary<string, string?>
        {
            ["JobWise:Llm:Budgets:0:Name"] = "b",
            ["JobWise:Llm:Budgets:0:Usd"] = "1",
            ["JobWise:Llm:Budgets:0:Tokens"] = "1",
        };
        settings["JobWise:Llm:Budgets:0:" + key] = value;

        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(settings, providers: "groq");

        Assert.Equal([$"JobWise:Llm:Budgets:0:{key} is '{value}', but must be {cure}."], failures);
    }

    [Fact]
    public void An_unknown_key_names_the_known_ones()
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(
            new() { ["JobWise:Llm:Budgets:0:Name"] = "b", ["JobWise:Llm:Budgets:0:Usd"] = "1", ["JobWise:Llm:Budgets:0:Limit"] = "1" }, providers: "groq");

        Assert.Equal(
            ["JobWise:Llm:Budgets:0:Limit is not a setting; known here: Name, Scope, TagKey, Value, Period, Usd, Tokens, Kind, AllowUnknownCost. Correct the name or remove it."],
            failures);
    }

    [Fact]
    public void Wrong_values_set_in_code_are_reported_all_at_once()
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(
            [],
            options =>
            {
                options.Budgets.Add(new() { Usd = 1 });
                options.Budgets.Add(new() { Name = "a" });
                options.Budgets.Add(new() { Name = "A", Usd = -1, Tokens = 0 });
                options.Budgets.Add(new() { Name = "tag", Usd = 1, Scope = LLMBudgetScope.Tag });
                options.Budgets.Add(new() { Name = "user", Usd = 1, Scope = LLMBudgetScope.User, TagKey = "k" });
                options.Budgets.Add(new() { Name = "all", Usd = 1, Value = "v" });
                options.Budgets.Add(new() { Name = "odd", Usd = 1, Period = (LLMBudgetPeriod)7 });
            },
            providers: "groq");

        Assert.Equal(
            [
                "LLMPipelineOptions.Budgets[0].Name is empty. Give the budget a name, for messages and figures.",
                "The budget 'a' has neither Usd nor Tokens. Set at least one of them.",
                "LLMPipelineOptions.Budgets[2].Name is 'A', which another budget has too. Give each its own.",
                $"LLMPipelineOptions.Budgets[2].Usd is '-1', but must be {Usd}.",
                $"LLMPipelineOptions.Budgets[2].Tokens is '0', but must be {Tokens}.",
                "The budget 'tag' is counted by tag and has no TagKey. Set it to the key of the tag.",
                "The budget 'user' has a TagKey and is counted by User. Set its Scope to Tag, or remove the TagKey.",
                "The budget 'all' has a Value and is counted over all calls. Set its Scope, or remove the Value.",
                "LLMPipelineOptions.Budgets[6].Period is '7', but must be Day or Month.",
            ],
            failures);
    }

    [Fact]
    public void The_section_sets_everything_and_code_adds_to_it()
    {
        using var services = OptionsUnderTest.Create(
            new()
            {
                ["JobWise:Llm:Budgets:0:Name"] = "team",
                ["JobWise:Llm:Budgets:0:Scope"] = "tag",
                ["JobWise:Llm:Budgets:0:TagKey"] = "team",
                ["JobWise:Llm:Budgets:0:Value"] = "red",
                ["JobWise:Llm:Budgets:0:Period"] = "Day",
                ["JobWise:Llm:Budgets:0:Usd"] = "2.50",
                ["JobWise:Llm:Budgets:0:Tokens"] = "3",
                ["JobWise:Llm:Budgets:0:Kind"] = "Soft",
                ["JobWise:Llm:Budgets:0:AllowUnknownCost"] = "true",
            },
            options => options.Budgets.Add(new() { Name = "code", Usd = 1 }),
            providers: "groq");

        var budgets = services.GetRequiredService<IOptions<LLMPipelineOptions>>().Value.Budgets;

        Assert.Equal(["team", "code"], budgets.Select(budget => budget.Name));
        Assert.Equal((LLMBudgetScope.Tag, "team", "red", LLMBudgetPeriod.Day), (budgets[0].Scope, budgets[0].TagKey, budgets[0].Value, budgets[0].Period));
        Assert.Equal((2.5m, 3L, LLMBudgetKind.Soft, true), (budgets[0].Usd, budgets[0].Tokens, budgets[0].Kind, budgets[0].AllowUnknownCost));
        Assert.Equal((LLMBudgetScope.All, LLMBudgetPeriod.Month, LLMBudgetKind.Hard, false), (budgets[1].Scope, budgets[1].Period, budgets[1].Kind, budgets[1].AllowUnknownCost));
    }
}
