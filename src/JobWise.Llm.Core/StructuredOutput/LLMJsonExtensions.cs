using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JobWise.Llm;

/// <summary>Typed answers, written once over <see cref="ILLMService.GenerateAsync"/> so that every decorator sees them.</summary>
public static class LLMJsonExtensions
{
    /// <summary>Asks for JSON by the schema of <typeparamref name="T"/>, mends what can be mended locally, and re-asks once with the errors.</summary>
    /// <typeparam name="T">The type of the answer; <see cref="JsonElement"/> takes any JSON object.</typeparam>
    /// <param name="service">A provider or a pipeline.</param>
    /// <param name="request">Its <see cref="LLMRequest.ResponseFormat"/> is replaced.</param>
    /// <param name="typeInfo">From a source-generated context, so that trimming and native compilation work.</param>
    /// <param name="options">Null takes the defaults.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="LLMTruncatedResponseException">The answer was cut at the output cap, or ends inside its JSON; not asked for again.</exception>
    /// <exception cref="LLMContentPolicyException">The model refused or the answer was withheld; raised before parsing.</exception>
    /// <exception cref="LLMInvalidResponseException">No JSON of the type could be read, the re-ask included; the text is in <c>PartialText</c>.</exception>
    /// <exception cref="LLMValidationException">The JSON was read but breaks a rule of the type's DataAnnotations or of <see cref="LLMJsonOptions{T}.Validate"/>.</exception>
    public static async Task<LLMResponse<T>> GenerateJsonAsync<T>(
        this ILLMService service,
        LLMRequest request,
        JsonTypeInfo<T> typeInfo,
        LLMJsonOptions<T>? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(typeInfo);
        var call = new JsonCall<T>(service, typeInfo, options ?? new LLMJsonOptions<T>());
        return await call.RunAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same with a schema found by reflection, for programs that are neither trimmed nor compiled ahead of time.</summary>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <param name="service">A provider or a pipeline.</param>
    /// <param name="request">Its <see cref="LLMRequest.ResponseFormat"/> is replaced.</param>
    /// <param name="options">Null takes the defaults.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [RequiresUnreferencedCode("Reads the type by reflection. Pass a JsonTypeInfo<T> from a source-generated context when trimming.")]
    [RequiresDynamicCode("Reads the type by reflection. Pass a JsonTypeInfo<T> from a source-generated context when compiling ahead of time.")]
    public static Task<LLMResponse<T>> GenerateJsonAsync<T>(
        this ILLMService service,
        LLMRequest request,
        LLMJsonOptions<T>? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        var typeInfo = (JsonTypeInfo<T>)JsonSerializerOptions.Web.GetTypeInfo(typeof(T));
        return service.GenerateJsonAsync(request, typeInfo, options, cancellationToken);
    }
}
