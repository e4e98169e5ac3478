package dev.serai.screening;

import dev.serai.message.Attachment;
import dev.serai.message.MailAddress;
import dev.serai.message.MailMessage;
import dev.serai.text.HtmlText;
import dev.serai.text.NewText;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What rules read of a mail. */
public final class MailInput {
    private MailInput() {}

    /** Subject, text body, decoded header fields one a line, and the addresses of To and Cc. */
    public static ScreeningInput.Builder of(MailMessage mail) {
        return ScreeningInput.builder()
                .subject(mail.subject())
                .body(mail.text())
                .newText(newText(mail))
                .html(() -> mail.html() == null ? null : HtmlText.of(mail.html()))
                .attachments(mail.attachments().stream()
                        .filter(file -> !file.inline())
                        .map(Attachment::name)
                        .toList())
                .header(mail.headers().stream()
                        .map(header -> header.name() + ": " + header.value())
                        .collect(Collectors.joining("\n")))
                .addresses(Stream.concat(mail.to().stream(), mail.cc().stream())
                        .map(MailAddress::address)
                        .toList());
    }

    private static @Nullable String newText(MailMessage mail) {
        return NewText.of(mail.text(), mail.html()).text();
    }
}
