namespace JobWise.Llm.Resume.Rendering;

public class ResumeRendererTests
{
    [Fact]
    public async Task Render_markdown_is_the_promised_form()
    {
        var resume = await Some.TailorAsync(new MockLLMService().AnswerByDefault("{}"));

        Assert.Equal(
            """
            # Ada Example
            Backend developer

            ada@example.com | +1 555 0100 | Leeds, England

            ## Summary
            Backend developer with 6 years of experience. Builds services in Python.

            ## Key skills
            Python, PostgreSQL, k8s

            ## Skills
            - **Backend**: Python, PostgreSQL, Redis
            - **Office**: Excel

            ## Experience
            ### Senior Developer
            **Acme Ltd** | 03/2021 – Present

            Payments team.

            - Built 5 services in Python and PostgreSQL
            - Mentored 3 junior developers
            - Assisted in budget planning

            ### Developer
            **Globex** | 01/2018 – 02/2021

            - Ran k8s clusters with up to 40 nodes
            - Maintained network infrastructure

            ## Education
            ### BSc in Physics
            **Leeds University** | 2014 – 2017

            ## Languages
            - **English**: Native

            ## Profiles
            - GitHub: https://github.com/ada

            """,
            ResumeMarkdownRenderer.Render(resume.Document));
    }

    [Fact]
    public void Render_html_every_text_is_encoded()
    {
        var html = ResumeHtmlRenderer.Render(new TailoredDocument
        {
            Name = "<Ada>",
            Label = "a & b",
            Contact = ["\"x\""],
            Sections = [new() { Title = "Experience", Entries = [new() { Id = "work-1", Heading = "<i>", Organization = "<b>", Dates = "<u>" }] }],
        });

        Assert.Contains("<h1>&lt;Ada&gt;</h1>\n<p class=\"label\">a &amp; b</p>\n<p class=\"contact\">&quot;x&quot;</p>", html, StringComparison.Ordinal);
        Assert.Contains("<h3>&lt;i&gt;</h3>\n<p class=\"where\"><strong>&lt;b&gt;</strong> | &lt;u&gt;</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_street_address_is_in_no_page()
    {
        var resume = await Some.TailorAsync(new MockLLMService().AnswerByDefault("{}"));

        Assert.DoesNotContain("Secret Street", ResumeMarkdownRenderer.Render(resume.Document) + ResumeHtmlRenderer.Render(resume.Document), StringComparison.Ordinal);
    }
}
