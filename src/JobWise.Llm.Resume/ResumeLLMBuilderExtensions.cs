using JobWise.Llm.Resume;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace JobWise.Llm;

/// <summary>Adds the resume pipeline.</summary>
public static class ResumeLLMBuilderExtensions
{
    /// <summary>Registers <see cref="ResumeTailor"/> and the defaults of the six workflows, which configuration and later code override. Safe to call twice.</summary>
    /// <param name="builder">What <c>AddJobWiseLlm()</c> returned.</param>
    public static ILLMBuilder AddJobWiseResume(this ILLMBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<LLMWorkflowOptions>, ResumeWorkflowDefaults>());
        builder.Services.TryAddSingleton<ResumeTailor>();
        return builder;
    }
}
