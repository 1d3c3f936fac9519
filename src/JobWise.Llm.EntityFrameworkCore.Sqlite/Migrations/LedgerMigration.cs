using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace JobWise.Llm.EntityFrameworkCore.Sqlite;

/// <summary>See <see cref="LedgerStep"/>.</summary>
[DbContext(typeof(LLMStoreContext))]
[Migration(LedgerStep.Id)]
internal sealed class LedgerMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => LedgerStep.Up(migrationBuilder);

    protected override void Down(MigrationBuilder migrationBuilder) => LedgerStep.Down(migrationBuilder);
}
