package dev.serai.screening;

import dev.serai.message.MailAddress;
import dev.serai.message.MailMessage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rules read of a mail. */
public final class MailInput {
    private MailInput() {}

    /** Subject, text body, decoded header fields one a line, and the addresses of To and Cc. */
    public static ScreeningInput.Builder of(MailMessage mail) {
        return ScreeningInput.builder()
                .subject(mail.subject())
                .body(mail.text())
                .header(mail.headers().stream()
                        .map(header -> header.name() + ": " + header.value())
                        .collect(Collectors.joining("\n")))
                .addresses(Stream.concat(mail.to().stream(), mail.cc().stream())
                        .map(MailAddress::address)
                        .toList());
    }
}
