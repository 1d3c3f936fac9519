namespace JobWise.Llm.Proofs.Resumes;

/// <summary>A small profile and its page, written by hand.</summary>
internal static class SomeResume
{
    public const string Json = """
        {
          "basics": {
            "name": "Ann Lee", "label": "Engineer", "email": "ann@example.com", "phone": "(555) 010-2000", "summary": "Builds things.",
            "location": { "city": "New York, NY", "region": "New York", "countryCode": "US" },
            "profiles": [ { "network": "GitHub", "username": "ann", "url": "https://github.com/ann" } ]
          },
          "work": [
            { "name": "Acme & Sons", "position": "Lead", "location": "Paris", "startDate": "2021-03-01", "highlights": [ "Cut costs by 30%", "Ran *nightly* jobs" ] },
            { "name": "Beta", "position": "Developer", "startDate": "2018-01", "endDate": "2021-02", "summary": "Web shop.", "highlights": [ "Wrote 12 services" ] }
          ],
          "education": [ { "institution": "MIT", "studyType": "BSc", "area": "Physics", "endDate": "2017", "score": "3.9" } ],
          "certificates": [ { "name": "CKA", "issuer": "CNCF", "date": "2022-05" } ],
          "skills": [ { "name": "Languages", "keywords": [ "C#", "Go" ] }, { "name": "Kubernetes" } ],
          "languages": [ { "language": "English", "fluency": "Native speaker" } ]
        }
        """;

    public const string Markdown = """
        # Ann Lee
        Engineer

        ann@example.com | (555) 010-2000 | New York, NY, New York, US

        ## Summary
        Builds things.

        ## Key skills
        C\#, Go

        ## Skills
        - **Languages**: Go, C#
        - Kubernetes

        ## Experience
        ### Lead
        **Acme & Sons** | 03/2021 – Present | Paris

        - Cut costs by 30%
        - Ran \*nightly\* jobs

        ### Developer
        **Beta** | 01/2018 – 02/2021

        Web shop.

        - Wrote 12 services

        ## Education
        ### BSc in Physics
        **MIT** | 2017

        Score: 3.9

        ## Certificates
        ### CKA
        **CNCF** | 05/2022

        ## Languages
        - **English**: Native speaker

        ## Profiles
        - GitHub: https://github.com/ann

        """;

    public const string Html = """
        <!DOCTYPE html>
        <html><head><title>Ann Lee</title><style>p{margin:0}</style></head><body>
        <h1>Ann Lee</h1>
        <p class="label">Engineer</p>
        <p class="contact">ann@example.com | (555) 010-2000 | New York, NY, New York, US</p>
        <h2>Summary</h2>
        <p class="summary">Builds things.</p>
        <h2>Key skills</h2>
        <p class="key-skills">C#, Go</p>
        <h2>Skills</h2>
        <ul><li><strong>Languages</strong>: Go, C#</li><li>Kubernetes</li></ul>
        <h2>Experience</h2>
        <h3>Lead</h3>
        <p class="where"><strong>Acme &amp; Sons</strong> | 03/2021 – Present | Paris</p>
        <ul><li>Cut costs by 30%</li><li>Ran *nightly* jobs</li></ul>
        <h3>Developer</h3>
        <p class="where"><strong>Beta</strong> | 01/2018 – 02/2021</p>
        <p class="about">Web shop.</p>
        <ul><li>Wrote 12 services</li></ul>
        <h2>Education</h2>
        <h3>BSc in Physics</h3>
        <p class="where"><strong>MIT</strong> | 2017</p>
        <p class="about">Score: 3.9</p>
        <h2>Certificates</h2>
        <h3>CKA</h3>
        <p class="where"><strong>CNCF</strong> | 05/2022</p>
        <h2>Languages</h2>
        <ul><li><strong>English</strong>: Native speaker</li></ul>
        <h2>Profiles</h2>
        <ul><li>GitHub: https://github.com/ann</li></ul>
        </body></html>
        """;
}
