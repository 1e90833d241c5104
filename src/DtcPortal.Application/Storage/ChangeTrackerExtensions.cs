using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DtcPortal.Application.Storage;

/// <summary>What is tracked.</summary>
internal static class ChangeTrackerExtensions
{
    /// <summary>Entries as they were when changes were last looked for: looking again compares all values of all that is tracked.</summary>
    public static List<EntityEntry> DetectedEntries(this ChangeTracker tracker)
    {
        var detects = tracker.AutoDetectChangesEnabled;
        tracker.AutoDetectChangesEnabled = false;
        try
        {
            return [.. tracker.Entries()];
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = detects;
        }
    }
}
