namespace JobWise.Llm.Pipeline;

/// <summary>Whose limits a limiter keeps, for messages.</summary>
/// <param name="Instance">The instance that asked first; others with the same account share the limiter.</param>
/// <param name="Provider">The vendor.</param>
/// <param name="Model">The model's id; empty where none is named.</param>
internal sealed record LimitedLane(string Instance, string Provider, string Model)
{
    public override string ToString() => Model.Length == 0 ? Instance : $"{Instance}/{Model}";
}
