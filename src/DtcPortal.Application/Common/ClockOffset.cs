using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DtcPortal.Application.Common;

/// <summary>How far the demo's clock is ahead; the row exists in demo databases only and marks them.</summary>
public sealed class ClockOffset
{
    /// <summary>Key of the only row.</summary>
    public const int OnlyId = 1;

    /// <summary>Key.</summary>
    public int Id { get; private set; } = OnlyId;

    /// <summary>Ticks ahead of the real time, never less than before.</summary>
    public long Ticks { get; private set; }

    /// <summary>Moves it forward; a smaller value changes nothing.</summary>
    public void MoveTo(TimeSpan offset) => Ticks = Math.Max(Ticks, offset.Ticks);
}

internal sealed class ClockOffsetConfiguration : IEntityTypeConfiguration<ClockOffset>
{
    public void Configure(EntityTypeBuilder<ClockOffset> builder)
    {
        builder.ToTable("ClockOffsets");
        builder.Property(offset => offset.Id).ValueGeneratedNever();
    }
}
