namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>A statement with its values.</summary>
/// <param name="Sql">One of a few texts, so that it is prepared once.</param>
/// <param name="Parameters">In the order of the first statement with this text.</param>
internal sealed record StoreStatement(string Sql, params StoreParameter[] Parameters);
