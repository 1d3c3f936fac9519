namespace JobWise.Llm.Wire;

/// <summary>Reads an answer that came whole, alone or on a line of a batch, and makes its response.</summary>
internal static class WholeAnswer
{
    /// <exception cref="WireFormatException">The body is empty, a page, no JSON, or neither an answer nor an error.</exception>
    public static void Read(ReadOnlySpan<byte> body, MessagePayload payload)
    {
        if (Bytes.FirstSign(body) is 0 or (byte)'<')
        {
            throw new WireFormatException(body.IsEmpty
                ? "The answer is empty."
                : "The answer is an HTML or XML page, not JSON. Check BaseUrl and any proxy on the way.");
        }

        PayloadReader.Read(body, payload);
        if (payload.Error is null && !payload.HasContent)
        {
            throw new WireFormatException("The answer has no content, so it holds no text.");
        }
    }

    /// <summary>The response of a call.</summary>
    public static LLMResponse Build(MessagePayload payload, MessagesPlan plan, Exchange exchange)
    {
        var facts = new AnswerFacts(plan.Model, plan.Warnings);
        facts.Note(payload);
        return facts.Build(exchange, Drafts(payload), firstContent: null);
    }

    /// <summary>The response on a line of a batch, which was no exchange of its own.</summary>
    public static LLMResponse Batched(MessagePayload payload)
    {
        var facts = new AnswerFacts(requestedModel: string.Empty, warnings: []);
        facts.Note(payload);
        var response = facts.Build(Drafts(payload));
        // The wire calls the batch a tier of its own; here it is a way to call, at the usual tier.
        return response with { IsBatch = true, ServiceTier = response.ServiceTier == "batch" ? null : response.ServiceTier };
    }

    private static IEnumerable<BlockDraft> Drafts(MessagePayload payload) => payload.Blocks.Select(block => new BlockDraft(block));
}
