using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.EntityFrameworkCore.Tests.Ledger;

public sealed class LedgerOptionsTests
{
    public static TheoryData<Action<LLMLedgerOptions>, string> Mistakes => new()
    {
        { options => options.Mode = (LLMLedgerMode)7, "LLMLedgerOptions.Mode is 7; take Safe or Audit." },
        { options => options.SpoolPath = " ", "LLMLedgerOptions.SpoolPath is empty; name a file on a local disk." },
        { options => options.WriteTimeout = TimeSpan.Zero, "LLMLedgerOptions.WriteTimeout is 00:00:00; it must be above zero and at most a day." },
        { options => options.RetryInterval = TimeSpan.FromSeconds(-1), "LLMLedgerOptions.RetryInterval is -00:00:01; it must be above zero and at most a day." },
        { options => options.DeadAfter = TimeSpan.FromDays(2), "LLMLedgerOptions.DeadAfter is 2.00:00:00; it must be above zero and at most a day." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistake_is_told_with_its_cure(Action<LLMLedgerOptions> configure, string expected)
    {
        var services = new ServiceCollection();
        services.AddJobWiseLlm().AddSqliteStore(configure: configure);
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<LLMLedgerOptions>>().Value);

        Assert.Equal([expected], error.Failures);
    }
}
