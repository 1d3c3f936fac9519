using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>Makes contexts and connections to the one store of the process. Safe for concurrent use.</summary>
internal sealed class StoreContexts
{
    private readonly DbContextOptions<LLMStoreContext> _options;

    public StoreContexts(IStoreDriver driver)
    {
        Driver = driver;
        var builder = new DbContextOptionsBuilder<LLMStoreContext>();
        driver.Configure(builder);

        // The migrations are written by hand, without a snapshot; a test compares what they make with the model.
        builder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        builder.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        _options = builder.Options;
    }

    public IStoreDriver Driver { get; }

    public LLMStoreContext Create() => new(_options);
}
