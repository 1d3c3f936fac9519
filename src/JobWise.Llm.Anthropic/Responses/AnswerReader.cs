namespace JobWise.Llm.Wire;

/// <summary>Reads a whole answer.</summary>
/// <param name="body">All of it.</param>
/// <param name="exchange">What is known around it.</param>
/// <exception cref="WireFormatException">The bytes are not what the protocol promises.</exception>
internal delegate TAnswer AnswerReader<out TAnswer>(ReadOnlySpan<byte> body, Exchange exchange);
