namespace JobWise.Llm.Proofs.Resumes;

/// <summary>A model for one run.</summary>
/// <param name="Add">Adds it as the one provider.</param>
/// <param name="Lies">What it has told that must not be seen; read after the run.</param>
internal sealed record ScriptedModel(Action<ILLMBuilder> Add, Func<IReadOnlyCollection<string>> Lies);
