package dev.serai.mime;

import dev.serai.message.MailAddress;
import dev.serai.message.MailHeader;
import dev.serai.message.MailMessageBuilder;
import java.nio.charset.Charset;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the header of a mail says into the model. */
final class EnvelopeReader {
    private final HeaderBlock block;
    private final MailMessageBuilder message;
    private final Warnings warnings;
    private final @Nullable Charset assumed;

    private EnvelopeReader(
            HeaderBlock block, MailMessageBuilder message, Warnings warnings, @Nullable Charset assumed) {
        this.block = block;
        this.message = message;
        this.warnings = warnings;
        this.assumed = assumed;
    }

    /** @param assumed the charset of raw bytes that are no UTF-8, if they fit it; null leaves it to guessing */
    static void read(HeaderBlock block, MailMessageBuilder message, Warnings warnings, @Nullable Charset assumed) {
        new EnvelopeReader(block, message, warnings, assumed).run();
    }

    private void run() {
        message.headers(headers(), HeaderText.charsets(block.raw(), assumed).replace("\u0000", ""));
        String subject = block.first("Subject");
        message.subject(subject == null ? "" : HeaderText.decode(subject, assumed));
        message.from(from())
                .to(addresses("To"))
                .cc(addresses("Cc"))
                .replyTo(addresses("Reply-To"))
                .messageId(MessageIds.first(block.first("Message-ID")))
                .inReplyTo(MessageIds.first(block.first("In-Reply-To")))
                .references(MessageIds.all(block.first("References")))
                .date(date());
    }

    private List<MailHeader> headers() {
        return block.fields().stream()
                .map(field -> new MailHeader(field.name(), HeaderText.decode(field.value(), assumed)))
                .toList();
    }

    private @Nullable MailAddress from() {
        List<MailAddress> authors = addresses("From");
        if (authors.isEmpty()) {
            warnings.add("There is no From with an address that can be read.");
            return null;
        }
        if (count("From") > 1) {
            warnings.add("There is more than one From; the first was taken.");
        }
        return authors.get(0);
    }

    private long count(String name) {
        return block.fields().stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .count();
    }

    private List<MailAddress> addresses(String name) {
        List<MailAddress> addresses = new ArrayList<>();
        for (RawField field : block.fields()) {
            if (field.name().equalsIgnoreCase(name)) {
                addresses.addAll(AddressParser.parse(field.value(), assumed));
            }
        }
        return addresses;
    }

    private @Nullable OffsetDateTime date() {
        String value = block.first("Date");
        if (value == null) {
            return null;
        }
        OffsetDateTime date = MailDates.parse(value);
        if (date == null) {
            warnings.add("The Date is none that can be read.");
        }
        return date;
    }
}
