using JobWise.Llm.Proofs.Resumes.Facts;
using JobWise.Llm.Proofs.Resumes.Rendered;

namespace JobWise.Llm.Proofs.Resumes;

/// <summary>The checker must find each kind of foreign and lost fact in both formats, or its zeros mean nothing.</summary>
public sealed class ResumeCheckTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_true_page_finds_nothing(bool isHtml)
    {
        var check = Check(isHtml);

        Assert.Empty(check.Foreign);
        Assert.Empty(check.Lost);
        Assert.Empty(check.UnsupportedSkills);
        Assert.Equal(28, check.Facts);
    }

    [Theory]
    [InlineData("Lead", "Chief", "Experience title 'Chief' of 'Acme & Sons'")]
    [InlineData("Beta", "Gamma", "Experience organization 'Gamma'")]
    [InlineData("03/2021", "03/2020", "Experience dates '2020-03..now' of 'Lead | Acme & Sons'")]
    [InlineData("Present", "11/2024", "Experience dates '2021-03..2024-11' of 'Lead | Acme & Sons'")]
    [InlineData("Paris", "London", "Experience place 'London' of 'Lead | Acme & Sons'")]
    [InlineData("MIT", "ETH", "Education organization 'ETH'")]
    [InlineData("BSc in Physics", "PhD in Physics", "Education title 'PhD in Physics' of 'MIT'")]
    [InlineData("| 2017", "| 2016", "Education dates '2016' of 'BSc in Physics | MIT'")]
    [InlineData("CNCF", "Acme", "Certificates organization 'Acme'")]
    [InlineData("05/2022", "06/2022", "Certificates dates '2022-06' of 'CKA | CNCF'")]
    [InlineData("Go, C#", "Go, C#, Rust", "Skills 'Rust' of 'Languages'")]
    [InlineData("Native speaker", "Fluent", "Languages 'Fluent' of 'English'")]
    [InlineData("Score: 3.9", "Score: 4.0", "Detail '4.0' of 'Education: BSc in Physics | MIT'")]
    [InlineData("ann@example.com", "eve@example.com", "Contact 'eve@example.com'")]
    [InlineData("Engineer", "Architect", "Label 'Architect'")]
    public void Of_replaced_fact_is_foreign(string old, string @new, string expected)
    {
        Assert.Contains(expected, Check(isHtml: false, old, @new).Foreign);
        Assert.Contains(expected, Check(isHtml: true, old, @new).Foreign);
    }

    [Theory]
    [InlineData("Wrote 12 services", "Cut costs by 30%", "bullet of another entry under 'Experience: Developer | Beta': Cut costs by 30%")]
    [InlineData("Wrote 12 services", "Wrote 120 services", "number 120 under 'Experience: Developer | Beta': Wrote 120 services")]
    [InlineData("Builds things.", "Built 15 things.", "number 15 in the summary: Built 15 things.")]
    [InlineData("Wrote 12 services", "Wrote 12 services for Zorblax", "lie 'Zorblax'")]
    public void Of_foreign_text_is_found(string old, string @new, string expected)
    {
        Assert.Contains(expected, Check(isHtml: false, old, @new).Foreign);
        Assert.Contains(expected, Check(isHtml: true, old, @new).Foreign);
    }

    [Theory]
    [InlineData("- Kubernetes", "<li>Kubernetes</li>", "Skills 'Kubernetes'")]
    [InlineData("## Certificates\n### CKA\n**CNCF** | 05/2022\n", "<h3>CKA</h3>\n<p class=\"where\"><strong>CNCF</strong> | 05/2022</p>", "Certificates title 'CKA' of 'CNCF'")]
    [InlineData(" | 01/2018 – 02/2021", " | 01/2018 – 02/2021", "Experience dates '2018-01..2021-02' of 'Developer | Beta'")]
    public void Of_missing_fact_is_lost(string markdown, string html, string expected)
    {
        Assert.Contains(expected, Check(isHtml: false, markdown, "").Lost);
        Assert.Contains(expected, Check(isHtml: true, html, "").Lost);
    }

    [Fact]
    public void Of_skill_the_profile_lacks_is_unsupported()
    {
        Assert.Equal(["Scala"], Check(isHtml: true, "C#, Go</p>", "C#, Scala</p>").UnsupportedSkills);
        Assert.Equal(["C"], Check(isHtml: true, "C#, Go</p>", "C, Go</p>").UnsupportedSkills);
        Assert.Equal(["Scala"], Check(isHtml: false, "C\\#, Go", "C\\#, Scala").UnsupportedSkills);
    }

    [Fact]
    public void Of_unknown_section_is_foreign() =>
        Assert.Contains("Section 'Patents'", Check(isHtml: false, "## Languages", "## Patents").Foreign);

    [Fact]
    public void Of_fact_stated_twice_is_foreign() =>
        Assert.Contains("Skills 'Go' of 'Languages'", Check(isHtml: false, "Go, C#", "Go, Go, C#").Foreign);

    [Fact]
    public void Of_planted_dates_are_one_foreign_and_one_lost_fact()
    {
        var page = PageReader.Read(MarkdownBlocks.Read(PlantedFact.Plant(SomeResume.Markdown)));

        var check = ResumeCheck.Of(TruthReader.Read(SomeResume.Json), page, []);

        Assert.Equal(["Experience dates '1999-02..1999-03' of 'Lead | Acme & Sons'"], check.Foreign);
        Assert.Equal(["Experience dates '2021-03..now' of 'Lead | Acme & Sons'"], check.Lost);
    }

    private static ResumeCheck Check(bool isHtml, string old = "Ann Lee", string @new = "Ann Lee")
    {
        var source = isHtml ? SomeResume.Html : SomeResume.Markdown;
        Assert.Contains(old, source, StringComparison.Ordinal);
        var text = source.Replace(old, @new, StringComparison.Ordinal);
        var page = PageReader.Read(isHtml ? HtmlBlocks.Read(text) : MarkdownBlocks.Read(text));
        return ResumeCheck.Of(TruthReader.Read(SomeResume.Json), page, ["Zorblax"]);
    }
}
