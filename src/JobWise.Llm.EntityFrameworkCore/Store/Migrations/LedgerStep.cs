using Microsoft.EntityFrameworkCore.Migrations;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>The first step: the tables of the usage ledger. A step that has been released is never changed.</summary>
internal static class LedgerStep
{
    public const string Id = "20261125000100_Ledger";

    public static void Up(MigrationBuilder migration)
    {
        CreateUsage(migration);
        CreateDaily(migration);
        CreateTags(migration);
        migration.CreateTable(
            "llm_writers",
            table => new { writer_id = table.Column<Guid>(nullable: false), seen_at = table.Column<long>(nullable: false) },
            constraints: table => table.PrimaryKey("pk_llm_writers", row => row.writer_id));
    }

    public static void Down(MigrationBuilder migration)
    {
        migration.DropTable("llm_writers");
        migration.DropTable("llm_usage_tags");
        migration.DropTable("llm_usage_daily");
        migration.DropTable("llm_usage");
    }

    private static void CreateUsage(MigrationBuilder migration)
    {
        migration.CreateTable(
            "llm_usage",
            table => new
            {
                attempt_id = table.Column<Guid>(nullable: false),
                call_id = table.Column<Guid>(nullable: false),
                attempt = table.Column<int>(nullable: false),
                writer_id = table.Column<Guid>(nullable: false),
                status = table.Column<int>(nullable: false),
                day = table.Column<int>(nullable: false),
                user_id = table.Column<string>(nullable: true),
                tenant = table.Column<string>(nullable: true),
                workflow = table.Column<string>(nullable: true),
                tags = table.Column<string>(nullable: true),
                instance = table.Column<string>(nullable: false),
                vendor = table.Column<string>(nullable: false),
                model_requested = table.Column<string>(nullable: true),
                model_served = table.Column<string>(nullable: true),
                is_stream = table.Column<bool>(nullable: false),
                is_cache_hit = table.Column<bool>(nullable: false),
                prompt_tokens = table.Column<long>(nullable: true),
                completion_tokens = table.Column<long>(nullable: true),
                cached_tokens = table.Column<long>(nullable: true),
                cache_write_tokens = table.Column<long>(nullable: true),
                reasoning_tokens = table.Column<long>(nullable: true),
                total_tokens = table.Column<long>(nullable: true),
                is_estimated = table.Column<bool>(nullable: false),
                cost = table.Column<long>(nullable: true),
                cost_unknown_because = table.Column<string>(nullable: true),
                price_entry = table.Column<string>(nullable: true),
                reserved = table.Column<long>(nullable: true),
                saved = table.Column<long>(nullable: true),
                error_code = table.Column<string>(nullable: true),
                http_status = table.Column<int>(nullable: true),
                request_id = table.Column<string>(nullable: true),
                started_at = table.Column<long>(nullable: false),
                ended_at = table.Column<long>(nullable: true),
                duration = table.Column<long>(nullable: true),
                first_token_after = table.Column<long>(nullable: true),
                bucket = table.Column<int>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_llm_usage", row => row.attempt_id));
        migration.CreateIndex("ix_llm_usage_user", "llm_usage", ["user_id", "day"]);
        migration.CreateIndex("ix_llm_usage_tenant", "llm_usage", ["tenant", "day"]);
        migration.CreateIndex("ix_llm_usage_day", "llm_usage", "day");
        migration.CreateIndex("ix_llm_usage_call", "llm_usage", "call_id");
        migration.CreateIndex("ix_llm_usage_open", "llm_usage", "day", filter: "status in (0, 4)");
    }

    private static void CreateDaily(MigrationBuilder migration) => migration.CreateTable(
        "llm_usage_daily",
        table => new
        {
            day = table.Column<int>(nullable: false),
            workflow = table.Column<string>(nullable: false),
            instance = table.Column<string>(nullable: false),
            vendor = table.Column<string>(nullable: false),
            model = table.Column<string>(nullable: false),
            status = table.Column<int>(nullable: false),
            bucket = table.Column<int>(nullable: false),
            attempts = table.Column<long>(nullable: false),
            prompt_tokens = table.Column<long>(nullable: false),
            completion_tokens = table.Column<long>(nullable: false),
            cached_tokens = table.Column<long>(nullable: false),
            cache_write_tokens = table.Column<long>(nullable: false),
            reasoning_tokens = table.Column<long>(nullable: false),
            total_tokens = table.Column<long>(nullable: false),
            cost = table.Column<long>(nullable: false),
            unknown_costs = table.Column<long>(nullable: false),
            saved = table.Column<long>(nullable: false),
            duration = table.Column<long>(nullable: false),
        },
        constraints: table => table.PrimaryKey(
            "pk_llm_usage_daily", row => new { row.day, row.workflow, row.instance, row.vendor, row.model, row.status, row.bucket }));

    private static void CreateTags(MigrationBuilder migration) => migration.CreateTable(
        "llm_usage_tags",
        table => new
        {
            name = table.Column<string>(nullable: false),
            day = table.Column<int>(nullable: false),
            value = table.Column<string>(nullable: false),
            status = table.Column<int>(nullable: false),
            bucket = table.Column<int>(nullable: false),
            attempts = table.Column<long>(nullable: false),
            prompt_tokens = table.Column<long>(nullable: false),
            completion_tokens = table.Column<long>(nullable: false),
            cached_tokens = table.Column<long>(nullable: false),
            cache_write_tokens = table.Column<long>(nullable: false),
            reasoning_tokens = table.Column<long>(nullable: false),
            total_tokens = table.Column<long>(nullable: false),
            cost = table.Column<long>(nullable: false),
            unknown_costs = table.Column<long>(nullable: false),
            saved = table.Column<long>(nullable: false),
            duration = table.Column<long>(nullable: false),
        },
        constraints: table => table.PrimaryKey("pk_llm_usage_tags", row => new { row.name, row.day, row.value, row.status, row.bucket }));
}
