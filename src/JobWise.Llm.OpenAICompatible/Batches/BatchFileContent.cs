using System.Net.Http.Headers;

namespace JobWise.Llm.Wire;

/// <summary>Makes the form that uploads a batch's file.</summary>
internal static class BatchFileContent
{
    // Every value in quotes: .NET leaves them out where it may, and not every server's reader of forms copes with that.
    public static MultipartFormDataContent Create(BatchSpool spool, string boundary)
    {
        var purpose = new StringContent("batch");
        purpose.Headers.ContentType = null;
        purpose.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"purpose\"" };
        var file = new SpoolContent(spool, "application/jsonl");
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"file\"", FileName = "\"batch.jsonl\"" };
        var form = new MultipartFormDataContent(boundary) { purpose, file };
        // For the boundary it is the other way round.
        form.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");
        return form;
    }
}
