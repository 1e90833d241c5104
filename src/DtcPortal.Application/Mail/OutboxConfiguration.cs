using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DtcPortal.Application.Mail;

internal sealed class OutboxConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("OutboxMessages");
        builder.Property(message => message.Recipient).HasMaxLength(OutboxMessage.RecipientLength);
        builder.Property(message => message.RecipientName).HasMaxLength(PortalUser.NameLength);
        builder.Property(message => message.Language).HasMaxLength(2);
        builder.Property(message => message.Subject).HasMaxLength(OutboxMessage.SubjectLength);
        builder.Property(message => message.Body).IsLongText();
        builder.Property(message => message.Step).IsConcurrencyToken();
        builder.HasIndex(message => new { message.State, message.NextAttemptAt });
        builder.HasIndex(message => message.CreatedAt);
    }
}
