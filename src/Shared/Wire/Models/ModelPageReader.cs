namespace JobWise.Llm.Wire;

/// <summary>Reads one page of a vendor's list of models.</summary>
/// <param name="body">The whole answer.</param>
/// <param name="provider">The vendor, for the models' <see cref="LLMModel.Provider"/>.</param>
/// <exception cref="WireFormatException">The bytes are no list of models.</exception>
internal delegate ModelPage ModelPageReader(ReadOnlySpan<byte> body, string provider);
