using Microsoft.Extensions.Configuration;

namespace JobWise.Llm.Pipeline;

/// <summary>Maps the section <c>JobWise:Llm:Workflows</c> over what packages have put into <see cref="LLMWorkflowOptions"/>.</summary>
internal static class WorkflowSection
{
    public const string Path = PipelineSection.Path + ":Workflows";

    public static void Read(IConfiguration configuration, LLMWorkflowOptions options, ICollection<string> problems)
    {
        var section = new SettingReader(configuration.GetSection(Path), problems);
        foreach (var name in section.Keys())
        {
            var workflow = section.Section(name);
            options.Configure(name, settings => ReadOne(workflow, settings));
        }
    }

    private static void ReadOne(SettingReader section, LLMWorkflowSettings settings)
    {
        settings.Provider = section.Text("Provider") ?? settings.Provider;
        settings.Model = section.Text("Model") ?? settings.Model;
        section.Read("Temperature", Rules.Temperature, value => settings.Temperature = value);
        section.Read("MaxTokens", Rules.MaxTokens, value => settings.MaxTokens = value);
        settings.Description = section.Text("Description") ?? settings.Description;
        ReadModels(section, settings);
        section.RefuseUnknownKeys();
    }

    /// <summary>Models by vendor, without a model for all, replace a model that came from further out, such as <c>LLM_STAGE1_MODEL</c>.</summary>
    private static void ReadModels(SettingReader section, LLMWorkflowSettings settings)
    {
        var models = section.Section("ModelByProvider");
        foreach (var vendor in models.Keys())
        {
            if (models.Text(vendor) is { } model)
            {
                settings.ModelByProvider[vendor] = model;
                settings.Model = section.Text("Model");
            }
        }
    }
}
