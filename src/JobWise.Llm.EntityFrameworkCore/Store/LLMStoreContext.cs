using Microsoft.EntityFrameworkCore;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>
/// The store as Entity Framework sees it. A table is added by an <see cref="IEntityTypeConfiguration{TEntity}"/> in the folder of its feature,
/// which is found by itself, and a step of the migrations in both driver packages.
/// </summary>
internal sealed class LLMStoreContext(DbContextOptions<LLMStoreContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(LLMStoreContext).Assembly);
}
