using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>The table <c>llm_usage_daily</c>.</summary>
internal sealed class DailyRowTable : IEntityTypeConfiguration<DailyRow>
{
    public void Configure(EntityTypeBuilder<DailyRow> builder)
    {
        builder.ToTable("llm_usage_daily");
        builder.HasKey(row => new { row.Day, row.Workflow, row.Instance, row.Vendor, row.Model, row.Status, row.Bucket }).HasName("pk_llm_usage_daily");
        builder.NameColumns();
    }
}
