using System.Collections.Frozen;

namespace JobWise.Llm.Samples.Terms;

/// <summary>Words that say nothing about a job: those of the language, and those of every posting.</summary>
internal static class StopWords
{
    private const string OfTheLanguage =
        """
        a about above across after again against all along also although always among an and another any anything are around as at away
        back be became because become been before being below between both but by came can cannot come could did do does doing done down
        during each either else enough even ever every few for from further get gets give given go goes going good great had has have having
        he her here hers him his how however i if in including indeed inside instead into is it its itself just keep kept know known large
        last least less let like likely long look made make makes making many may me might more most much must my near need needed needs
        neither never new next no nor not nothing now of off often on once one only onto or other others our ours out over own part per
        perhaps put quite rather really same see seen set several shall she should since small so some something soon still such take taken
        than that the their theirs them themselves then there these they this those though through throughout thus time times to together
        too toward towards two under until up upon us use used uses using very via want wants was way ways we well were what whatever when
        where whether which while who whole whom whose why will with within without would yet you your yours yourself
        """;

    private const string OfPostings =
        """
        application applications business career client clients collaborate collaborated collaborating customer customers daily design
        designed designing designs digital driven environment environments government governments internal issue issues member members
        methods multiple organisational performance problem problems process processes product products professional professionals
        program programs project projects quality record records requests resources service services software solution solutions specific
        staff stakeholder stakeholders systems system task tasks user users
        approach approaches centre center community create created creating develop developed developing development improve improved
        improving lead leading manage managed managing modern provide provided providing standard standards sustain
        ability able applicant applicants apply based benefits best candidate candidates career chance clear closely comfortable company day
        deep desirable drive effective ensure equal equivalent essential etc excellent expected experience experienced expert familiar
        familiarity full good hands help hire hiring ideal ideally job join key knowledge level looking meaningful minimum month months nice
        offer opportunity organisation organization people plus position posting practice practices preferred proficiency proficient proven
        qualification qualifications relevant related required requirement requirements responsibilities responsibility responsible role
        salary seeking skill skills solid someone strong successful suitable support team teams technical technologies technology tool tools top
        understanding variety wide work worked working world write written year years you'll we'll you're we're
        """;

    private static readonly FrozenSet<string> Words = string.Join(' ', OfTheLanguage, OfPostings)
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string word) => Words.Contains(word);
}
