using System.Text.Json;

namespace JobWise.Llm.Resume;

/// <summary>Writes what a model needs of a profile. Name, address, phone, e-mail, accounts and references never leave the machine.</summary>
internal static class ProfilePromptWriter
{
    public static string Write(MasterProfile profile) => PromptJson.Write(writer =>
    {
        writer.WriteText("label", profile.Basics.Label);
        WriteCited(writer, "summary", profile.Basics.Summary);
        writer.WriteList("work", profile.Work, entry => WriteWork(writer, entry));
        writer.WriteList("projects", profile.Projects, entry => WriteProject(writer, entry));
        writer.WriteList("volunteer", profile.Volunteer, entry => WriteWork(writer, entry));
        writer.WriteList("education", profile.Education, entry => WriteEducation(writer, entry));
        writer.WriteList("certificates", profile.Certificates, entry => WriteCredential(writer, entry));
        writer.WriteList("skills", profile.Skills, group =>
        {
            writer.WriteString("id", group.Id);
            writer.WriteText("name", group.Name);
            writer.WriteTexts("keywords", group.Keywords);
        });
    });

    private static void WriteWork(Utf8JsonWriter writer, WorkEntry entry)
    {
        writer.WriteString("id", entry.Id);
        writer.WriteText("position", entry.Position);
        writer.WriteText("company", entry.Company);
        WriteDates(writer, entry.Dates);
        WriteCited(writer, "summary", entry.Summary is null ? [] : [entry.Summary]);
        WriteCited(writer, "bullets", entry.Bullets);
    }

    private static void WriteProject(Utf8JsonWriter writer, ProjectEntry entry)
    {
        writer.WriteString("id", entry.Id);
        writer.WriteText("name", entry.Name);
        WriteDates(writer, entry.Dates);
        writer.WriteTexts("keywords", entry.Keywords);
        WriteCited(writer, "summary", entry.Description is null ? [] : [entry.Description]);
        WriteCited(writer, "bullets", entry.Bullets);
    }

    private static void WriteEducation(Utf8JsonWriter writer, EducationEntry entry)
    {
        writer.WriteString("id", entry.Id);
        writer.WriteText("institution", entry.Institution);
        writer.WriteText("studyType", entry.StudyType);
        writer.WriteText("area", entry.Area);
        writer.WriteTexts("courses", entry.Courses);
    }

    private static void WriteCredential(Utf8JsonWriter writer, CredentialEntry entry)
    {
        writer.WriteString("id", entry.Id);
        writer.WriteText("title", entry.Title);
        writer.WriteText("issuer", entry.Issuer);
    }

    private static void WriteDates(Utf8JsonWriter writer, ProfileDates dates)
    {
        writer.WriteText("start", dates.Start);
        writer.WriteText("end", dates.End);
    }

    private static void WriteCited(Utf8JsonWriter writer, string name, IReadOnlyList<ProfileText> texts) =>
        writer.WriteList(name, texts, text =>
        {
            writer.WriteString("id", text.Id);
            writer.WriteString("text", text.Text);
        });
}
