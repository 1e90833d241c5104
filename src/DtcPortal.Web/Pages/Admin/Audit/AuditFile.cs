using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DtcPortal.Application.Auditing;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Admin.Audit;

/// <summary>Audit entries as CSV, one line a field, written as they are read: an audit may be long.</summary>
internal sealed class AuditFile(IAsyncEnumerable<AuditRow> entries) : ActionResult
{
    private static readonly string[] Heads = ["number", "at_utc", "who", "address", "action", "thing", "key", "field", "from", "to"];

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=audit.csv";
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        // a text that a spreadsheet would run as a formula gets an apostrophe
        await using var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape, InjectionEscapeCharacter = '\'' });
        foreach (var head in Heads)
        {
            csv.WriteField(head);
        }

        await csv.NextRecordAsync();
        await foreach (var entry in entries)
        {
            foreach (var change in entry.Changes)
            {
                csv.WriteField(entry.Sequence);
                csv.WriteField(entry.At.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
                csv.WriteField(entry.ActorName);
                csv.WriteField(entry.Address);
                csv.WriteField(entry.Action.ToString());
                csv.WriteField(entry.Entity);
                csv.WriteField(entry.EntityId);
                csv.WriteField(change.Field);
                csv.WriteField(change.From);
                csv.WriteField(change.To);
                await csv.NextRecordAsync();
            }
        }
    }
}
