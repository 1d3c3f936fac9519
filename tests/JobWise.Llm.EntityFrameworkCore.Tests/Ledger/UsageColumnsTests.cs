using JobWise.Llm.EntityFrameworkCore.Tests.Support;

namespace JobWise.Llm.EntityFrameworkCore.Tests.Ledger;

public sealed class UsageColumnsTests
{
    [Fact]
    public void Statements_name_every_column_of_the_model_once()
    {
        var properties = typeof(UsageRow).GetProperties().Select(property => ColumnNames.Of(property.Name));

        Assert.Equal(properties.Order(), UsageColumns.All.Select(column => column.Name).Order());
    }

    [Fact]
    public void Statements_read_each_column_from_its_own_property()
    {
        var outcome = Some.Answer(Some.Intent(tag: "a", tenant: "t")) with { TimeToFirstToken = TimeSpan.FromSeconds(0.5), SavedUsd = 3, ErrorCode = "e", StatusCode = 1 };
        var row = UsageRows.Of(outcome, Guid.NewGuid());

        Assert.All(UsageColumns.All, column => Assert.Equal(
            typeof(UsageRow).GetProperties().Single(property => ColumnNames.Of(property.Name) == column.Name).GetValue(row), column.Read(row)));
    }
}
