using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JobWise.Llm.Architecture.Tests.Repository;

namespace JobWise.Llm.Architecture.Tests.Conventions;

/// <summary>What comes from npm comes in one exact version, checked by its hash, from whatever registry the machine has.</summary>
public sealed partial class NpmPackageTests
{
    [Fact]
    public void Lock_files_hold_hashes_and_no_addresses()
    {
        var locks = Files("package-lock.json").ToList();

        Assert.NotEmpty(locks);
        Findings.None(locks.SelectMany(path => WrongLocks(path, RepositoryFiles.Read(path))));
    }

    [Fact]
    public void Versions_are_exact() => Findings.None(Files("package.json").SelectMany(path => LooseVersions(path, RepositoryFiles.Read(path))));

    [Fact]
    public void Every_package_file_has_a_lock_file_and_the_setting_that_keeps_addresses_out() => Findings.None(Files("package.json")
        .Select(path => path[..^"package.json".Length])
        .Where(folder => !RepositoryFiles.All.Contains(folder + "package-lock.json")
            || !RepositoryFiles.All.Contains(folder + ".npmrc")
            || !RepositoryFiles.Read(folder + ".npmrc").Contains("omit-lockfile-registry-resolved=true", StringComparison.Ordinal)));

    [Theory]
    [InlineData("""{"packages":{"":{},"node_modules/a":{"version":"1.0.0","integrity":"sha512-x","resolved":"https://a.example/a.tgz"}}}""")]
    [InlineData("""{"packages":{"":{},"node_modules/a":{"version":"1.0.0"}}}""")]
    public void WrongLocks_address_or_missing_hash_is_found(string json) => Assert.Single(WrongLocks("package-lock.json", json));

    [Theory]
    [InlineData("^1.2.3")]
    [InlineData("latest")]
    [InlineData("https://a.example/a.tgz")]
    public void LooseVersions_range_tag_or_address_is_found(string version) =>
        Assert.Single(LooseVersions("package.json", $$$"""{"devDependencies":{"a":"{{{version}}}"}}"""));

    private static IEnumerable<string> Files(string name) => RepositoryFiles.All.Where(path => Path.GetFileName(path) == name);

    private static IEnumerable<string> WrongLocks(string path, string json) => JsonNode.Parse(json)!["packages"]!.AsObject()
        .Where(package => package.Key.Length > 0)
        .Where(package => package.Value!["resolved"] is not null || package.Value["integrity"] is null)
        .Select(package => $"{path}: {package.Key}");

    private static IEnumerable<string> LooseVersions(string path, string json) => new[] { "dependencies", "devDependencies", "optionalDependencies" }
        .SelectMany(kind => JsonNode.Parse(json)![kind]?.AsObject().ToArray() ?? [])
        .Where(package => !ExactVersion().IsMatch(package.Value!.GetValue<string>()))
        .Select(package => $"{path}: {package.Key} {package.Value}");

    [GeneratedRegex(@"^\d+\.\d+\.\d+$", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ExactVersion();
}
