package dev.serai.transform.tnef;

import dev.serai.message.MailAddress;
import dev.serai.mime.MessageIds;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote what to whom and when, as far as a winmail.dat says. Addresses of an Exchange organisation, which mean
 * nothing outside of it, count as none.
 *
 * @param subject on one line; null where there is none
 * @param from whose message it is; its address is empty where only the name is known; null where neither is
 * @param messageId with angle brackets; null where there is none
 */
record TnefEnvelope(
        @Nullable String subject,
        @Nullable MailAddress from,
        List<MailAddress> to,
        List<MailAddress> cc,
        @Nullable OffsetDateTime date,
        @Nullable String messageId) {
    private static final int TO = 1;
    private static final int CC = 2;

    static TnefEnvelope of(TnefMessage message) {
        Instant sent = message.properties.time(Tag.SUBMIT_TIME);
        sent = sent == null ? date(message.attributes.get(Tag.ATT_DATE_SENT)) : sent;
        sent = sent == null ? message.properties.time(Tag.DELIVERY_TIME) : sent;
        sent = sent == null ? date(message.attributes.get(Tag.ATT_DATE_RECEIVED)) : sent;
        return new TnefEnvelope(
                subject(message),
                from(message),
                recipients(message, TO, Tag.DISPLAY_TO),
                recipients(message, CC, Tag.DISPLAY_CC),
                sent == null ? null : sent.atOffset(ZoneOffset.UTC),
                MessageIds.first(message.text(Tag.MESSAGE_ID)));
    }

    private static @Nullable String subject(TnefMessage message) {
        String subject = message.text(Tag.SUBJECT);
        String topic = message.text(Tag.NORMALIZED_SUBJECT);
        if (subject == null && topic != null) {
            String prefix = message.text(Tag.SUBJECT_PREFIX);
            subject = prefix == null ? topic : prefix + topic;
        }
        subject = subject == null ? message.attribute(Tag.ATT_SUBJECT) : subject;
        return subject == null ? null : line(subject);
    }

    private static @Nullable MailAddress from(TnefMessage message) {
        MailAddress old = oldFrom(message);
        MailAddress author =
                address(message.text(Tag.FOR_NAME), message.text(Tag.FOR_SMTP), message.text(Tag.FOR_EMAIL));
        MailAddress sender =
                address(message.text(Tag.SENDER_NAME), message.text(Tag.SENDER_SMTP), message.text(Tag.SENDER_EMAIL));
        MailAddress named = author != null ? author : sender != null ? sender : old;
        for (MailAddress one : Arrays.asList(author, sender, old)) {
            if (one != null && !one.address().isEmpty()) {
                return one;
            }
        }
        return named;
    }

    /** attFrom: a structure with a name and an address (MS-OXTNEF section 2.1.3.3.2). */
    private static @Nullable MailAddress oldFrom(TnefMessage message) {
        byte[] bytes = message.attributes.get(Tag.ATT_FROM);
        if (bytes == null || bytes.length < 8) {
            return null;
        }
        int nameEnd = Math.min(bytes.length, 8 + Little.u16(bytes, 4));
        int end = Math.min(bytes.length, nameEnd + Little.u16(bytes, 6));
        String name = TnefText.of(Arrays.copyOfRange(bytes, 8, nameEnd), message.charset);
        String address = TnefText.of(Arrays.copyOfRange(bytes, nameEnd, end), message.charset);
        return address(name, address.replaceFirst("(?i)^SMTP:", ""), null);
    }

    private static List<MailAddress> recipients(TnefMessage message, int kind, int display) {
        List<MailAddress> found = new ArrayList<>();
        for (PropertyBag row : message.recipients) {
            MailAddress address = address(
                    row.text(message.charset, Tag.DISPLAY_NAME),
                    row.text(message.charset, Tag.SMTP_ADDRESS),
                    row.text(message.charset, Tag.EMAIL));
            if (address != null && (row.number(Tag.RECIPIENT_TYPE, TO) & 0xf) == kind) {
                found.add(address);
            }
        }
        String names = message.text(display);
        if (found.isEmpty() && names != null) {
            for (String name : names.split(";", 100)) {
                MailAddress address = address(name, name.contains("@") ? name : null, null);
                if (address != null) {
                    found.add(address);
                }
            }
        }
        return found;
    }

    private static @Nullable MailAddress address(
            @Nullable String name, @Nullable String first, @Nullable String second) {
        String address = isAddress(first) ? first : isAddress(second) ? second : isAddress(name) ? name : null;
        String shown = name == null ? "" : line(name).replaceAll("^'|'$", "");
        if (address == null) {
            return shown.isEmpty() ? null : new MailAddress(shown, "");
        }
        String bare = line(address).replaceAll("[<>\\s,;\"()]", "");
        return new MailAddress(shown.isEmpty() || shown.equals(bare) ? null : shown, bare);
    }

    private static boolean isAddress(@Nullable String text) {
        return text != null
                && text.strip().matches("<?[^\\s<>@/]+@[^\\s<>@/]+>?")
                && !text.toUpperCase(Locale.ROOT).startsWith("/O=");
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** attDateSent and its like: seven numbers of two bytes, year first. */
    static @Nullable Instant date(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length < 12) {
            return null;
        }
        try {
            OffsetDateTime date = OffsetDateTime.of(
                    Little.u16(bytes, 0),
                    Little.u16(bytes, 2),
                    Little.u16(bytes, 4),
                    Little.u16(bytes, 6),
                    Little.u16(bytes, 8),
                    Math.min(59, Little.u16(bytes, 10)),
                    0,
                    ZoneOffset.UTC);
            return date.getYear() < 1970 || date.getYear() > 2199 ? null : date.toInstant();
        } catch (DateTimeException impossible) {
            return null;
        }
    }
}
