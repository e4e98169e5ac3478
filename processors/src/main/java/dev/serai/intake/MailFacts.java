package dev.serai.intake;

import dev.serai.files.MailPoint;
import dev.serai.files.TenantAddresses;
import dev.serai.message.Attachment;
import dev.serai.message.MailAddress;
import dev.serai.message.MailHeader;
import dev.serai.message.MailMessage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The user data that every mail brings along, under the names that the field knows. */
final class MailFacts {
    private static final Set<String> NOT_REPEATED =
            Set.of("received", "return-path", "subject", "sender", "from", "to", "cc", "bcc");
    /** The address that the mail came in by. */
    static final String MAILBOX = "Mailbox";

    /** Says that the mail is from one of our own mailboxes or accounts, by its From: a mark, no proof. */
    static final String INTERNAL = "Internal";

    private static final int MOST_HEADERS = 60;
    private static final int SUBJECT_LIMIT = 512;
    private static final int VALUE_LIMIT = 1000;

    private MailFacts() {}

    static Map<String, Object> of(MailMessage mail, @Nullable MailPoint mailbox, TenantAddresses own) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (mailbox != null) {
            facts.put(MAILBOX, mailbox.address());
        }
        put(facts, "To", mail.to().stream().map(MailAddress::address).collect(Collectors.joining(", ")));
        put(facts, "Subject", ContentOf.clip(mail.subject(), SUBJECT_LIMIT));
        sender(facts, mail.from());
        if (mail.from() != null && own.contains(mail.from().address())) {
            facts.put(INTERNAL, true);
        }
        put(
                facts,
                "Attachments",
                mail.attachments().stream().map(Attachment::name).collect(Collectors.joining(", ")));
        mail.headers().stream()
                .filter(header -> !NOT_REPEATED.contains(header.name().toLowerCase(Locale.ROOT)))
                .limit(MOST_HEADERS)
                .forEach(header -> header(facts, header));
        return facts;
    }

    private static void sender(Map<String, Object> facts, @Nullable MailAddress from) {
        if (from == null) {
            return;
        }
        put(facts, "FromAddress", from.address());
        if (from.name() != null) {
            put(facts, "FromPersonal", from.name());
            PersonalName name = PersonalName.of(from.name());
            put(facts, "FirstName", name.first());
            put(facts, "LastName", name.last());
        }
    }

    private static void header(Map<String, Object> facts, MailHeader header) {
        facts.putIfAbsent("Header_" + header.name(), ContentOf.clip(header.value(), VALUE_LIMIT));
    }

    private static void put(Map<String, Object> facts, String key, String value) {
        if (!value.isBlank()) {
            facts.put(key, ContentOf.clip(value, VALUE_LIMIT));
        }
    }
}
