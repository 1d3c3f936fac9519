using System.CommandLine;
using System.CommandLine.Parsing;

namespace JobWise.Llm.Samples.CommandLine;

/// <summary>The options of the program, and what it runs with them.</summary>
internal sealed class TailorCommand
{
    private readonly Option<string?> _profile = new("--profile", "-p")
    {
        HelpName = "file",
        Description = "Your resume as a JSON Resume file (jsonresume.org). Left out: the sample resume of a full stack engineer.",
    };

    private readonly Option<string?> _job = new("--job", "-j")
    {
        HelpName = "file",
        Description = "The job posting as plain text or Markdown. Left out: the sample posting for a backend engineer.",
    };

    private readonly Option<string?> _provider = new("--provider")
    {
        HelpName = "name",
        Description = "groq (needs GROQ_API_KEY), openai (needs OPENAI_API_KEY), local (needs --base-url) or mock (needs nothing). "
            + "Left out: LLM_PROVIDER, else USE_GROQ_LLM, else local when --base-url is given, else the first of groq and openai that has a key, else mock.",
    };

    private readonly Option<string> _out = new("--out", "-o")
    {
        HelpName = "folder",
        DefaultValueFactory = _ => "./out",
        Description = "Where resume.md, resume.html, resume.json and report.json go. Nothing is written there unless all four could be made.",
    };

    private readonly Option<string?> _baseUrl = new("--base-url")
    {
        HelpName = "url",
        Description = "A server that speaks OpenAI's protocol, such as http://localhost:11434/v1 for Ollama.",
    };

    private readonly Option<string?> _model = new("--model", "-m")
    {
        HelpName = "id",
        Description = "The model for both stages, as the provider names it. Left out: the provider's own choice for each stage.",
    };

    public RootCommand Build(Func<TailorArguments, CancellationToken, Task<int>> run)
    {
        var root = new RootCommand("Tailors a resume to a job posting. It reorders and rewords what the resume says and adds nothing to it.")
        {
            _profile, _job, _provider, _out, _baseUrl, _model,
        };
        foreach (var option in new Option[] { _profile, _job, _provider, _out, _baseUrl, _model })
        {
            option.Validators.Add(RefuseBlank);
        }

        root.SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
        return root;
    }

    private static void RefuseBlank(OptionResult result)
    {
        if (result.Tokens is [var token] && string.IsNullOrWhiteSpace(token.Value))
            result.AddError($"{result.Option.Name} is empty. Give it a value or leave it out.");
    }

    private TailorArguments Read(ParseResult parsed) => new()
    {
        Profile = parsed.GetValue(_profile),
        Job = parsed.GetValue(_job),
        Provider = parsed.GetValue(_provider),
        Out = parsed.GetValue(_out) ?? "./out",
        BaseUrl = parsed.GetValue(_baseUrl),
        Model = parsed.GetValue(_model),
    };
}
