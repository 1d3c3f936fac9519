namespace JobWise.Llm;

/// <summary>Makes the answer to one call.</summary>
internal delegate ValueTask<MockAnswer> MockReply(LLMRequest request, CancellationToken cancellationToken);
