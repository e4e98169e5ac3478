package dev.serai.kind;

import dev.serai.message.MailAddress;
import dev.serai.message.MailMessage;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What must not be answered by a program (RFC 3834 section 2), list mail and newsletters among it. */
final class AutomaticAnswer {
    private static final Set<String> BULK = Set.of("bulk", "list", "junk", "auto_reply");
    private static final Pattern NOBODY =
            Pattern.compile("(?:.*[._+-])?(?:no[._-]?reply|do[._-]?not[._-]?reply)(?:[._+-].*)?"
                    + "|mailer-?daemon|postmaster|mmdf|bounces?(?:[._+-].*)?|owner-.*|.*-(?:owner|request|bounces)"
                    + "|listserv|majordomo|daemon|nobody");

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+|\"[^\"]+\"@[^@\\s]+");

    private AutomaticAnswer() {}

    /** Why not, as a sentence; empty where nothing speaks against it. */
    static Optional<String> refusal(Clues clues, Kind kind) {
        if (kind != Kind.MESSAGE) {
            return Optional.of("It is a mail of kind " + kind.word() + ".");
        }
        String submitted = clues.headers.word("auto-submitted");
        if (!submitted.isEmpty() && !submitted.equals("no")) {
            return Optional.of("Auto-Submitted is " + submitted + ".");
        }
        return report(clues).or(() -> bulk(clues)).or(() -> nobody(clues));
    }

    /** Reports on domains (RFC 7489 section 7.2.1.1, RFC 8460 section 5.3) are mail of machines that often does not say so. */
    private static Optional<String> report(Clues clues) {
        boolean report = clues.subject.startsWith("report domain:")
                || clues.headers.has("tls-report-domain")
                || clues.isReport();
        return report ? Optional.of("It is a report of a machine.") : Optional.empty();
    }

    private static Optional<String> bulk(Clues clues) {
        String precedence = clues.headers.word("precedence");
        if (BULK.contains(precedence)) {
            return Optional.of("Precedence is " + precedence + ".");
        }
        String suppress = clues.headers.word("x-auto-response-suppress");
        if (!suppress.isEmpty() && !suppress.equals("none")) {
            return Optional.of("X-Auto-Response-Suppress is set.");
        }
        return clues.headers.names().stream()
                .filter(AutomaticAnswer::isListHeader)
                .min(String::compareTo)
                .map(name -> "It is list mail: " + name + " is set.");
    }

    private static boolean isListHeader(String name) {
        return name.startsWith("list-") || name.equals("mailing-list") || name.equals("x-mailing-list");
    }

    private static Optional<String> nobody(Clues clues) {
        if (clues.headers.hasNullReturnPath()) {
            return Optional.of("Its return path is empty.");
        }
        MailMessage message = clues.message;
        MailAddress from = message.from();
        MailAddress answered =
                message.replyTo().isEmpty() ? from : message.replyTo().get(0);
        if (from == null || answered == null) {
            return Optional.of("There is no sender to answer.");
        }
        if (!ADDRESS.matcher(answered.address()).matches()) {
            return Optional.of("Its sender's address cannot be answered.");
        }
        String author = Clues.localPart(from);
        boolean system = NOBODY.matcher(author).matches() && !author.contains("reply");
        return system || NOBODY.matcher(Clues.localPart(answered)).matches()
                ? Optional.of("Its sender is no person.")
                : Optional.empty();
    }
}
