namespace JobWise.Llm;

/// <summary>What an error code means for the caller; each value stands for one exception.</summary>
public enum LLMErrorMeaning
{
    /// <summary>Becomes <see cref="LLMInvalidRequestException"/>: the same request fails again.</summary>
    InvalidRequest = 0,

    /// <summary>Becomes <see cref="LLMRateLimitException"/>: waiting helps.</summary>
    RateLimit = 1,

    /// <summary>Becomes <see cref="LLMQuotaException"/>: money or a fixed quota is used up, and waiting does not help.</summary>
    Quota = 2,

    /// <summary>Becomes <see cref="LLMAuthenticationException"/>.</summary>
    Authentication = 3,

    /// <summary>Becomes <see cref="LLMPermissionException"/>.</summary>
    Permission = 4,

    /// <summary>Becomes <see cref="LLMModelNotFoundException"/>, with the catalogue's replacement.</summary>
    ModelNotFound = 5,

    /// <summary>Becomes <see cref="LLMContextLengthException"/>: the request is too large to ever fit.</summary>
    ContextLength = 6,

    /// <summary>Becomes <see cref="LLMContentPolicyException"/>.</summary>
    ContentPolicy = 7,

    /// <summary>Becomes <see cref="LLMInvalidResponseException"/>: the model wrote what the provider could not accept.</summary>
    InvalidResponse = 8,

    /// <summary>Becomes <see cref="LLMServerException"/>: the provider failed, and may work again.</summary>
    Server = 9,
}
