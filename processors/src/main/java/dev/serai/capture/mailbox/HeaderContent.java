package dev.serai.capture.mailbox;

import dev.serai.interaction.Content;
import dev.serai.interaction.Party;
import dev.serai.message.MailAddress;
import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be told of a mail whose body cannot be had. */
final class HeaderContent {
    private HeaderContent() {}

    static Content of(byte[] header, String warning) {
        MailMessage mail = read(header);
        return new Content(
                "message",
                mail.subject(),
                party(mail.from()),
                parties(mail.to()),
                parties(mail.cc()),
                List.of(),
                parties(mail.replyTo()),
                mail.messageId(),
                mail.inReplyTo(),
                mail.references(),
                mail.date() == null ? null : mail.date().toString(),
                "",
                null,
                mail.rawHeaders(),
                List.of(),
                null,
                false,
                warning,
                List.of(warning));
    }

    private static MailMessage read(byte[] header) {
        try {
            return new MimeReader().read(RawSource.of(header));
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can always be read", impossible);
        }
    }

    private static List<Party> parties(List<MailAddress> addresses) {
        return addresses.stream()
                .map(address -> new Party(address.name(), address.address()))
                .toList();
    }

    private static @Nullable Party party(@Nullable MailAddress address) {
        return address == null ? null : new Party(address.name(), address.address());
    }
}
