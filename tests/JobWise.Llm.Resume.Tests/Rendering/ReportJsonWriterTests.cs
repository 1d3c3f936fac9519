using System.Text.Json.Nodes;

namespace JobWise.Llm.Resume.Rendering;

public class ReportJsonWriterTests
{
    [Fact]
    public async Task Write_clean_resume_report_has_the_fields_of_the_design()
    {
        var report = JsonNode.Parse(ReportJsonWriter.Write(await Some.TailorAsync(VerbatimModel.Create())))!;

        Assert.Equal("passed", (string)report["fabrication_check"]!);
        Assert.Equal("work-1.b1", (string)report["content_mapping"]!.AsArray().First(item => ((string)item!["source_id"]!).StartsWith("work", StringComparison.Ordinal))!["source_id"]!);
        Assert.Equal(0, (int)report["adaptive_verification"]!["mismatches_found"]!);
        Assert.Equal("Kafka", (string)report["missing_skills"]![0]!);
        Assert.Equal(1.0, (double)report["attainable_keyword_coverage"]!);
        Assert.Equal(2, report["stages"]!.AsArray().Count);
    }

    [Fact]
    public async Task Write_refused_text_report_fails_and_says_which_and_why()
    {
        var model = VerbatimModel.Scripted(bullet => bullet + " using Haskell", sentence => sentence);

        var report = JsonNode.Parse(ReportJsonWriter.Write(await Some.TailorAsync(model)))!;

        Assert.Equal("failed", (string)report["fabrication_check"]!);
        Assert.Contains("work-1.b1: The source does not name Haskell.", (string)report["fabrication_details"]!, StringComparison.Ordinal);
    }
}
