using JobWise.Llm.Proofs.Faults.Children;
using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Rigs;

namespace JobWise.Llm.Proofs.Faults;

public sealed class MemoryRigTests
{
    private static readonly ChildReport Refused = new() { Error = nameof(LLMInvalidResponseException), Message = "too large", IsOwn = true, GrowthBytes = 63L * 1024 * 1024 };

    [Fact]
    public void Judge_refused_for_its_size_is_clean() => Assert.True(Judge(Refused).IsClean);

    [Fact]
    public void Judge_anything_else_is_not()
    {
        Assert.Equal(["LLMTimeoutException, not LLMInvalidResponseException: too large"], Judge(Refused with { Error = nameof(LLMTimeoutException) }).Reasons);
        Assert.Equal(["the memory grew by 64 MB (LLMInvalidResponseException after 0 ms)"], Judge(Refused with { GrowthBytes = 64L * 1024 * 1024 }).Reasons);
        Assert.True(Judge(Refused with { IsOwn = false }).IsRaw);
        Assert.True(Judge(Refused with { Text = "x", Error = null }).IsTruncated);
    }

    private static FaultVerdict Judge(ChildReport report) => MemoryRig.Judge(typeof(LLMInvalidResponseException), report);
}
