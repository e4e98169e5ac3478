package dev.serai.kind;

import dev.serai.message.MailAddress;
import dev.serai.message.MailPart;
import dev.serai.message.PartRole;
import dev.serai.mime.MessageIds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mail that a machine may have written, opened up: its words, its report, the mail that came back with it. */
final class MachineMail {
    private static final int TEXT = 64 << 10;
    private static final int TEXTS = 4;
    static final int RETURNED = 5;
    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?i)message[- ]id\\s{0,3}(?::|is|=)?\\s{0,20}(<[^<>\\s@]{1,900}@[^<>\\s]{1,900}>)");

    private static final Pattern FIELDS = Pattern.compile("(?im)^(?:final|original)-recipient:");

    private static final Phrases FAILURE = Phrases.of("sentences-failure");
    private static final Phrases PEOPLE = Phrases.of("people");

    final Clues clues;
    final ReportParts parts;
    /** The pattern that it fits; null where there is none. */
    final @Nullable BouncePattern pattern;

    final Spoken spoken;
    /** What the machine says, in lower-case. */
    final String said;

    private final String text;
    private @Nullable Returned returned;
    private boolean looked;

    MachineMail(Clues clues, ReportParts parts, BounceTable table) {
        this.clues = clues;
        this.parts = parts;
        this.text = text(clues, parts);
        Spoken plain = Spoken.of(text, line -> false);
        this.pattern = table.find(clues, plain.lower() + '\n' + firstLine(plain));
        BouncePattern found = pattern;
        this.spoken = found == null || found.original() == null
                ? plain
                : Spoken.of(text, line -> PatternReader.matches(found.original(), line));
        this.said = spoken.lower();
    }

    /** The report's own fields, from its parts or, where a server called them something else, from any text. */
    StatusReport status() {
        List<String> texts = new ArrayList<>(
                parts.status.stream().limit(RETURNED).map(PartText::of).toList());
        if (texts.isEmpty() && hasFields()) {
            texts.add(text);
        }
        return StatusReport.of(texts);
    }

    /** Whether the fields of a report stand in its text. */
    boolean hasFields() {
        return FIELDS.matcher(text).find();
    }

    /** Whether it returns a mail and speaks as mail systems do, though nothing in its header says that one sent it. */
    boolean isReportInAllButSender() {
        return !clues.answersOrForwards() && returned() != null && FAILURE.in(said) && !PEOPLE.in(said);
    }

    /** The mail that came back; null where none did. */
    @Nullable
    Returned returned() {
        if (!looked) {
            looked = true;
            returned = parts.returned.stream()
                    .limit(RETURNED)
                    .map(part -> Returned.of(PartText.header(part)))
                    .filter(mail ->
                            mail.messageId() != null || mail.mail().headers().size() > 1)
                    .findFirst()
                    .orElseGet(() -> Returned.of(spoken.quoted()));
        }
        return returned;
    }

    /** What it says of the recipients in its own words; what is said at all is said of the only one. */
    List<BounceRecipient> recipientsInText(String action) {
        List<BounceRecipient> found = named(action);
        if (found.size() != 1 || found.get(0).status() != null) {
            return found;
        }
        BounceRecipient only = found.get(0);
        String reason = RecipientFinder.reason(spoken.said());
        String why = only.diagnostic() == null ? reason : only.diagnostic();
        return List.of(new BounceRecipient(only.address(), action, StatusCode.find(reason), why));
    }

    private List<BounceRecipient> named(String action) {
        Set<String> others = others();
        BouncePattern known = pattern;
        List<BounceRecipient> found =
                known == null ? List.of() : new PatternReader(known, others::contains).find(spoken.said(), action);
        if (!found.isEmpty()) {
            return found;
        }
        List<BounceRecipient> named = failedRecipients(action);
        return named.isEmpty() ? new RecipientFinder(spoken.said(), others::contains).find(action) : named;
    }

    /**
     * The report with what the whole mail tells of the earlier one.
     *
     * @param reported the id that the report's own fields give, where that counts before the returned mail's
     */
    Bounce bounce(@Nullable String reported, List<BounceRecipient> recipients) {
        Returned back = returned();
        Set<String> ids = new LinkedHashSet<>();
        Stream.of(reported, back == null ? null : back.messageId(), idInText())
                .filter(Objects::nonNull)
                .forEach(ids::add);
        String id = ids.stream().findFirst().orElse(null);
        if (back != null) {
            ids.addAll(back.otherIds());
        }
        Stream.ofNullable(clues.message.inReplyTo()).forEach(ids::add);
        ids.addAll(clues.message.references());
        List<String> others = ids.stream().skip(id == null ? 0 : 1).toList();
        return new Bounce(id, others, back == null ? List.of() : back.senders(), recipients);
    }

    private @Nullable String idInText() {
        Matcher id = MESSAGE_ID.matcher(text);
        return id.find() ? MessageIds.first(id.group(1)) : null;
    }

    private List<BounceRecipient> failedRecipients(String action) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String value : clues.headers.all("x-failed-recipients")) {
            addresses.addAll(Addresses.in(value));
        }
        if (addresses.isEmpty()) {
            return List.of();
        }
        List<BounceRecipient> inText = new RecipientFinder(spoken.said(), address -> false).find(action);
        return addresses.stream()
                .map(address -> inText.stream()
                        .filter(one -> one.address().equalsIgnoreCase(address))
                        .findFirst()
                        .orElseGet(() -> new BounceRecipient(address, action, StatusCode.find(said), null)))
                .toList();
    }

    /** Addresses in the mail that are no recipients: of those who wrote, and of those who get the report. */
    private Set<String> others() {
        Set<String> others = new HashSet<>();
        Stream.of(clues.message.to(), clues.message.cc())
                .flatMap(List::stream)
                .map(MailAddress::address)
                .forEach(address -> others.add(address.toLowerCase(Locale.ROOT)));
        MailAddress from = clues.message.from();
        if (from != null) {
            others.add(from.address().toLowerCase(Locale.ROOT));
        }
        Returned back = returned();
        if (back != null) {
            back.senders().forEach(address -> others.add(address.toLowerCase(Locale.ROOT)));
            back.recipients().forEach(address -> others.remove(address.toLowerCase(Locale.ROOT)));
        }
        return others;
    }

    private static String text(Clues clues, ReportParts parts) {
        StringBuilder text = new StringBuilder(cut(clues.message.text()));
        int more = 0;
        for (MailPart part : parts.texts) {
            boolean other = part.role() == PartRole.ATTACHMENT || part.role() == PartRole.REPORT;
            if (other && !part.contentType().equals("text/html") && more++ < TEXTS && text.length() < TEXT) {
                text.append("\n\n").append(cut(PartText.of(part)));
            }
        }
        return text.toString();
    }

    private static String firstLine(Spoken spoken) {
        return spoken.quoted().isEmpty() ? "" : spoken.quoted().get(0).toLowerCase(Locale.ROOT);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(TEXT, text.length()));
    }
}
