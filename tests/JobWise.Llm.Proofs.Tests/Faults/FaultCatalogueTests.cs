using JobWise.Llm.Proofs.Faults.Catalogue;
using JobWise.Llm.Proofs.Faults.Rigs;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.Proofs.Faults.Wires;

namespace JobWise.Llm.Proofs.Faults;

public sealed class FaultCatalogueTests
{
    private static readonly int[] Promised = [.. Enumerable.Range(1, 39), .. Enumerable.Range(45, 7)];

    private static readonly string[] OfBytes = ["Unary+Stream+Json", "Stream", "Unary+Json"];

    [Fact]
    public void Rows_are_those_that_are_promised() => Assert.Equal(Promised, FaultRows.Names.Keys);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_without_a_fault_are_none(bool isQuick)
    {
        var covered = FaultMatrix.Wires.SelectMany(FaultCatalogue.Of).Where(fault => fault.IsQuick || !isQuick).SelectMany(fault => fault.Rows)
            .Concat(FaultRigs.All.SelectMany(rig => rig.Rows)).ToHashSet();

        Assert.Equal([], Promised.Where(row => !covered.Contains(row)));
    }

    [Fact]
    public void Faults_stand_for_no_row_that_is_not_promised() =>
        Assert.DoesNotContain(FaultMatrix.Wires.SelectMany(FaultCatalogue.Of), fault => fault.Rows.Count == 0 || fault.Rows.Except(Promised).Any());

    [Fact]
    public void Ids_are_unique_in_each_protocol() =>
        Assert.All(FaultMatrix.Wires, wire => Assert.Empty(Ids(wire).GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key)));

    [Fact]
    public void Faults_of_every_protocol_are_at_least_120_in_the_short_form() =>
        Assert.All(FaultMatrix.Wires, wire => Assert.InRange(FaultCatalogue.Of(wire).Count(fault => fault.IsQuick), 120, int.MaxValue));

    // All others can be in every way of asking, or only in a stream, or only in a body that comes whole.
    [Theory]
    [InlineData("openai", 20)]
    [InlineData("anthropic", 19)]
    public void Faults_of_one_kind_of_text_are_as_documented(string protocol, int expected) =>
        Assert.Equal(expected, Of(protocol).Count(fault => !OfBytes.Contains(string.Join('+', fault.Modes))));

    // As docs/proofs.md states it.
    [Theory]
    [InlineData("openai", 253, 303, 251, 210)]
    [InlineData("anthropic", 251, 291, 248, 199)]
    public void Faults_of_the_short_form_by_mode_are_as_documented(string protocol, int unary, int stream, int json, int all)
    {
        var faults = Of(protocol);

        Assert.Equal((unary, stream, json), (Count(faults, FaultMode.Unary), Count(faults, FaultMode.Stream), Count(faults, FaultMode.Json)));
        Assert.Equal(all, faults.Count(fault => fault.Modes.Count == Enum.GetValues<FaultMode>().Length));
    }

    [Fact]
    public void Faults_of_every_protocol_are_at_least_120_in_each_mode() => Assert.All(
        FaultMatrix.Wires.SelectMany(_ => Enum.GetValues<FaultMode>(), (wire, mode) => Count(FaultCatalogue.Of(wire).Where(fault => fault.IsQuick), mode)),
        count => Assert.InRange(count, 120, int.MaxValue));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Cases_without_the_rigs_are_enough_for_every_provider(bool isQuick) => Assert.All(
        FaultSubjects.All,
        subject => Assert.InRange(FaultMatrix.Cases([subject], isQuick).Count, FaultsProof.LeastCases, int.MaxValue));

    private static List<Fault> Of(string protocol) =>
        [.. FaultCatalogue.Of(FaultMatrix.Wires.Single(wire => wire.Protocol == protocol)).Where(fault => fault.IsQuick)];

    private static int Count(IEnumerable<Fault> faults, FaultMode mode) => faults.Count(fault => fault.Modes.Contains(mode));

    private static IEnumerable<string> Ids(IFaultWire wire) =>
        FaultCatalogue.Of(wire).Select(fault => fault.Id).Concat(FaultRigs.All.Select(rig => rig.Id));
}
