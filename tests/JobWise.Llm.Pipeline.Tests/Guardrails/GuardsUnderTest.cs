using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline.Tests.Guardrails;

/// <summary>The parts of the guardrails as the pipeline puts them together, and samples of what they look for.</summary>
internal static class GuardsUnderTest
{
    /// <summary>An ordinary text of more than a thousand characters.</summary>
    public const string Clean =
        "Registered nurse with twelve years on an intensive care ward in Utrecht, the last five as shift lead for nine colleagues. "
        + "Introduced a checklist for infusion pumps, trained sixty people and cut medication errors by a third. Before that, four years "
        + "in the emergency room of a regional hospital. Speaks Dutch, English and some Spanish. Outside work: rowing, a choir and long "
        + "walks along the river. Led the move to digital charts, wrote the training plan, and kept two wards running while a third was "
        + "rebuilt. Member of the works council since 2018. Known for calm under pressure and for notes that the next shift can read. "
        + "Bachelor of nursing, Utrecht, 2011. Looking for a post as ward manager in a mid-sized hospital where quality figures are shared "
        + "openly with the whole team. Available from the first of May, full time or at eighty percent. References from two head physicians "
        + "can be named on short notice, and certificates for advanced life support and wound care are valid until 2027.";

    /// <summary>Put together at run time, so that no scanner takes this file for one with keys.</summary>
    public static string GroqKey => "gsk" + "_" + Letters(52);

    public static string Letters(int count) => string.Concat(Enumerable.Range(0, count).Select(i => (char)('a' + (i * 7 % 26))));

    public static (InjectionScan Scan, TextWake Wake) CreateScan()
    {
        var wake = new TextWake(new WakeWords([.. InjectionData.ReadWakeWords(), .. SecretForms.WakeWords]));
        return (new InjectionScan(new InjectionRules(InjectionData.ReadRules()), wake), wake);
    }

    public static PipelineUnderTest CreatePipeline(Action<LLMGuardrailOptions>? configure = null, ILoggerProvider? log = null) =>
        PipelineUnderTest.Create(
            options => configure?.Invoke(options.Guardrails),
            builder =>
            {
                builder.ConfigureWorkflow("open", _ => { });
                builder.Services.AddLogging(logging => _ = log is null ? logging : logging.AddProvider(log));
            });
}
