package dev.serai.kind;

import dev.serai.kind.BouncePattern.Outcome;
import dev.serai.kind.BounceReader.Verdict;
import dev.serai.message.MailMessage;
import dev.serai.message.MailPart;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a mail is. Several signs are read, since no single one finds all: reports (RFC 3464, RFC 5965, RFC 8098),
 * mail that a mail system returns, automatic answers (RFC 3834). The header decides whether the text is looked at, so
 * that people's mail costs next to nothing. Safe for several threads.
 */
public final class KindDetector {
    private final BounceTable table;

    /** Without a table: bounces that follow no standard are told by their signs alone. */
    public KindDetector() {
        this(BounceTable.EMPTY);
    }

    public KindDetector(BounceTable table) {
        this.table = table;
    }

    /** Classifies a mail without knowing which Message-IDs are ours. */
    public Classification detect(MailMessage message) {
        return detect(message, id -> false);
    }

    /**
     * Classifies a mail.
     *
     * @param isOurs whether we sent a mail with this Message-ID (with angle brackets): returned mail of ours is a
     *     bounce whoever returns it; asked only for automatic mail
     */
    public Classification detect(MailMessage message, Predicate<String> isOurs) {
        Clues clues = new Clues(message);
        Verdict verdict = verdict(clues, isOurs, true);
        Optional<String> refusal = AutomaticAnswer.refusal(clues, verdict.kind());
        return new Classification(
                verdict.kind(),
                verdict.reason(),
                verdict.bounce(),
                refusal.isEmpty(),
                refusal.orElse("Nothing speaks against it."));
    }

    /**
     * Classifies a mail that was composed here of what a visitor of a web site wrote: it is a person's, whatever its words
     * look like, or anybody could make one of our mails bounce.
     */
    public Classification written(MailMessage message) {
        Optional<String> refusal = AutomaticAnswer.refusal(new Clues(message), Kind.MESSAGE);
        return new Classification(
                Kind.MESSAGE,
                "It was written into a web form.",
                null,
                refusal.isEmpty(),
                refusal.orElse("Nothing speaks against it."));
    }

    private Verdict verdict(Clues clues, Predicate<String> isOurs, boolean nested) {
        Sender sender = Sender.of(clues);
        boolean silent = sender.points() == 0 && !table.knows(clues);
        if (!silent || looksLikeReport(clues)) {
            Verdict verdict = byMachine(clues, sender, isOurs, nested);
            if (verdict != null) {
                return verdict;
            }
        }
        String automatic = AutoReplySigns.find(clues);
        return automatic == null
                ? new Verdict(Kind.MESSAGE, "Nothing says that it is automatic.", null)
                : new Verdict(Kind.AUTO_REPLY, automatic, null);
    }

    /** Whether there is a delivery status in a mail that does not look like a forwarded one. */
    private static boolean looksLikeReport(Clues clues) {
        return ReportParts.carriesStatus(clues.message)
                && !clues.answersOrForwards()
                && !clues.headers.has("user-agent")
                && !clues.headers.has("x-forwarded-message-id");
    }

    private @Nullable Verdict byMachine(Clues clues, Sender sender, Predicate<String> isOurs, boolean nested) {
        ReportParts parts = new ReportParts(clues.message);
        MachineMail mail = new MachineMail(clues, parts, table);
        if (sender.points() == 0 && parts.hasReport() && !mail.isReportInAllButSender()) {
            return null;
        }
        Verdict standard = standard(mail);
        if (standard != null) {
            return standard;
        }
        BouncePattern pattern = mail.pattern;
        if (pattern != null && pattern.outcome() == Outcome.MESSAGE) {
            return new Verdict(Kind.MESSAGE, "The bounce pattern " + pattern.name() + " says so.", null);
        }
        if (pattern != null && pattern.outcome() == Outcome.AUTO_REPLY) {
            return new Verdict(Kind.AUTO_REPLY, "It has the format " + pattern.name() + ".", null);
        }
        Verdict inner = nested && sender.points() > 1 ? inner(parts) : null;
        BounceScore score = BounceScore.of(mail, sender);
        if (!score.isEnough() && inner == null && !isReturnOfOurs(mail, sender, isOurs)) {
            return overruled(clues, mail, score);
        }
        BounceReader reader = new BounceReader(mail);
        Verdict own = mail.hasFields() ? reader.byReport() : null;
        if (own != null) {
            return own;
        }
        boolean silent = mail.recipientsInText("failed").isEmpty();
        return inner != null && silent ? inner : reader.byWords(score.reason());
    }

    /** Who wrote a pattern wants to know why it did not count; null where nothing was to be expected of one. */
    private static @Nullable Verdict overruled(Clues clues, MachineMail mail, BounceScore score) {
        BouncePattern pattern = mail.pattern;
        return pattern != null && score.told() && AutoReplySigns.find(clues) == null
                ? new Verdict(
                        Kind.MESSAGE,
                        "It fits the bounce pattern " + pattern.name() + ", but " + score.doubts() + ".",
                        null)
                : null;
    }

    /** What a report of a standard says; null where there is none. */
    private static @Nullable Verdict standard(MachineMail mail) {
        ReportParts parts = mail.parts;
        if (!parts.disposition.isEmpty()) {
            DispositionReport report = new DispositionReport(PartText.of(parts.disposition.get(0)));
            return new Verdict(
                    Kind.DISPOSITION,
                    "It carries a disposition notification.",
                    mail.bounce(report.originalMessageId(), report.recipients()));
        }
        if (!parts.feedback.isEmpty()) {
            FeedbackReport report = new FeedbackReport(PartText.of(parts.feedback.get(0)));
            return new Verdict(
                    Kind.DELIVERY_REPORT,
                    "It carries feedback about a mail.",
                    mail.bounce(null, report.recipients(mail.returned())));
        }
        if (parts.status.isEmpty()) {
            return null;
        }
        BounceReader reader = new BounceReader(mail);
        Verdict named = reader.byReport();
        return named == null ? reader.byWords("It carries a delivery status that names nobody.") : named;
    }

    /** A report that another machine passed on as a whole: a list, or a filter that wrapped it. */
    private @Nullable Verdict inner(ReportParts parts) {
        for (MailPart part : parts.returned.subList(0, Math.min(MachineMail.RETURNED, parts.returned.size()))) {
            Clues clues = new Clues(Returned.of(PartText.bytes(part)).mail());
            Verdict verdict = Sender.of(clues).certain() ? verdict(clues, id -> false, false) : null;
            if (verdict != null && verdict.bounce() != null) {
                return verdict;
            }
        }
        return null;
    }

    private static boolean isReturnOfOurs(MachineMail mail, Sender sender, Predicate<String> isOurs) {
        Returned returned = sender.points() > 0 ? mail.returned() : null;
        return returned != null && returned.messageId() != null && isOurs.test(returned.messageId());
    }
}
