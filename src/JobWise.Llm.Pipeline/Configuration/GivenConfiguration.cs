using Microsoft.Extensions.Configuration;

namespace JobWise.Llm.Pipeline;

/// <summary>The configuration that was handed to <c>AddJobWiseLlm</c>; it goes before the one that a host registers.</summary>
internal sealed record GivenConfiguration(IConfiguration Configuration);
