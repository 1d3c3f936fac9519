using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>The table <c>llm_usage</c>.</summary>
internal sealed class UsageRowTable : IEntityTypeConfiguration<UsageRow>
{
    public void Configure(EntityTypeBuilder<UsageRow> builder)
    {
        builder.ToTable("llm_usage");
        builder.HasKey(row => row.AttemptId).HasName("pk_llm_usage");
        builder.NameColumns();
        builder.Property(row => row.AttemptId).ValueGeneratedNever();
        builder.HasIndex(row => new { row.UserId, row.Day }).HasDatabaseName("ix_llm_usage_user");
        builder.HasIndex(row => new { row.Tenant, row.Day }).HasDatabaseName("ix_llm_usage_tenant");
        builder.HasIndex(row => row.Day, "ix_llm_usage_day");
        builder.HasIndex(row => row.CallId).HasDatabaseName("ix_llm_usage_call");
        builder.HasIndex(row => row.Day, "ix_llm_usage_open").HasFilter("status in (0, 4)");
    }
}
