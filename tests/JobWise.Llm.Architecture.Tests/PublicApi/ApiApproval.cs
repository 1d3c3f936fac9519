namespace JobWise.Llm.Architecture.Tests.PublicApi;

/// <summary>The approved and the received file of one package.</summary>
/// <param name="folder">Where both lie.</param>
/// <param name="package">Whose API it is.</param>
internal sealed class ApiApproval(string folder, string package)
{
    private const string AcceptVariable = "ACCEPT_API";

    private readonly string _approved = Path.Combine(folder, package + ".approved.txt");
    private readonly string _received = Path.Combine(folder, package + ".received.txt");

    public static bool IsAccepting => Environment.GetEnvironmentVariable(AcceptVariable) == "1";

    /// <summary>Null where the text is the approved one, else what differs and how to accept it.</summary>
    public string? Compare(string actual, bool accept)
    {
        if (accept)
        {
            File.WriteAllText(_approved, actual);
        }

        var expected = File.Exists(_approved) ? File.ReadAllText(_approved) : "";
        if (expected == actual)
        {
            File.Delete(_received);
            return null;
        }

        File.WriteAllText(_received, actual);
        return $"""
            The public API of {package} is not the approved one:
            {Difference(expected, actual)}
            If the change is meant, run
                {AcceptVariable}=1 dotnet test tests/JobWise.Llm.Architecture.Tests
            and commit Approved/{package}.approved.txt with a line in CHANGELOG.md and the page in docs/.
            """;
    }

    private static string Difference(string expected, string actual)
    {
        var before = expected.Split('\n');
        var after = actual.Split('\n');
        return string.Join('\n', before.Except(after).Select(line => "- " + line).Concat(after.Except(before).Select(line => "+ " + line)));
    }
}
