using JobWise.Llm.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace JobWise.Llm;

/// <summary>Adjusts the pipeline that <c>AddJobWiseLlm()</c> builds.</summary>
public static class LLMPipelineBuilderExtensions
{
    /// <summary>
    /// Also reads the flat names, such as <c>LLM_PROVIDER</c>, <c>LLM_TIMEOUT_SECONDS</c> or <c>GROQ_TIMEOUT</c>, from the root of the
    /// registered <c>IConfiguration</c>, where a host puts environment variables. The section <c>JobWise:Llm</c> and code win over them. A
    /// file named <c>.env</c> is not read.
    /// </summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddJobWiseLlmEnvironment(this ILLMBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(new FlatNamesWanted());
        return builder;
    }

    /// <summary>Puts a decorator of your own into the pipeline. Of several in one slot the first added is the outermost.</summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="stage">Around the whole call, or around each attempt.</param>
    /// <param name="decorate">Wraps the given service; derive from <see cref="DelegatingLLMService"/>. Called once for the call slot, and once per provider instance for the attempt slot.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddDecorator(this ILLMBuilder builder, LLMStage stage, Func<IServiceProvider, ILLMService, ILLMService> decorate)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(decorate);
        builder.Services.AddSingleton(new SlotRegistration(stage, decorate));
        return builder;
    }

    /// <summary>Describes a workflow, or changes one, in code: this wins over the configuration, as in a test that wants a cheaper model.</summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="workflow">The name that requests use, without regard to case.</param>
    /// <param name="configure">Changes the settings in place, as they stand after packages and configuration.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder ConfigureWorkflow(this ILLMBuilder builder, string workflow, Action<LLMWorkflowSettings> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(workflow);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.PostConfigure<LLMWorkflowOptions>(options => options.Configure(workflow, configure));
        return builder;
    }
}
