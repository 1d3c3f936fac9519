using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>The table <c>llm_writers</c>.</summary>
internal sealed class WriterRowTable : IEntityTypeConfiguration<WriterRow>
{
    public void Configure(EntityTypeBuilder<WriterRow> builder)
    {
        builder.ToTable("llm_writers");
        builder.HasKey(row => row.WriterId).HasName("pk_llm_writers");
        builder.NameColumns();
        builder.Property(row => row.WriterId).ValueGeneratedNever();
    }
}
