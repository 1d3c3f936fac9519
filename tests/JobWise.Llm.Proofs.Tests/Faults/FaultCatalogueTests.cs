using JobWise.Llm.Proofs.Faults.Catalogue;
using JobWise.Llm.Proofs.Faults.Rigs;
using JobWise.Llm.Proofs.Faults.Wires;

namespace JobWise.Llm.Proofs.Faults;

public sealed class FaultCatalogueTests
{
    private static readonly int[] Promised = [.. Enumerable.Range(1, 39), .. Enumerable.Range(45, 7)];

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

    private static IEnumerable<string> Ids(IFaultWire wire) =>
        FaultCatalogue.Of(wire).Select(fault => fault.Id).Concat(FaultRigs.All.Select(rig => rig.Id));
}
