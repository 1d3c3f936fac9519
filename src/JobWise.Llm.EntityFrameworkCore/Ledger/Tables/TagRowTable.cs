using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>The table <c>llm_usage_tags</c>.</summary>
internal sealed class TagRowTable : IEntityTypeConfiguration<TagRow>
{
    public void Configure(EntityTypeBuilder<TagRow> builder)
    {
        builder.ToTable("llm_usage_tags");
        builder.HasKey(row => new { row.Name, row.Day, row.Value, row.Status, row.Bucket }).HasName("pk_llm_usage_tags");
        builder.NameColumns();
    }
}
