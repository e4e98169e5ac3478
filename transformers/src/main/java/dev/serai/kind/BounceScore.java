package dev.serai.kind;

import java.util.ArrayList;
import java.util.List;

/**
 * Adds up the signs of a mail that a mail system returns. No single one will do: who sends it, how it is called, what
 * it says, whether there are reply codes of SMTP and a returned mail in it; and what only people write speaks against.
 */
final class BounceScore {
    /** From this sum on it is one. */
    private static final int ENOUGH = 6;

    private static final int BEYOND_DOUBT = 14;

    private static final Phrases CERTAIN = Phrases.of("subjects-certain");
    private static final Phrases LIKELY = Phrases.of("subjects-likely");
    private static final Phrases FAILURE = Phrases.of("sentences-failure");
    private static final Phrases DELAY = Phrases.of("sentences-delay");
    private static final Phrases SUCCESS = Phrases.of("sentences-success");
    private static final Phrases SHOPS = Phrases.of("mail-of-shops");
    private static final Phrases PEOPLE = Phrases.of("people");

    private final MachineMail mail;
    private final Sender sender;
    private final List<String> signs = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private int sum;
    private boolean structure;
    private boolean content;

    private BounceScore(MachineMail mail, Sender sender) {
        this.mail = mail;
        this.sender = sender;
    }

    static BounceScore of(MachineMail mail, Sender sender) {
        BounceScore score = new BounceScore(mail, sender);
        score.add(sender.points(), "its sender");
        score.words();
        score.findings();
        score.against();
        return score;
    }

    /** Whether a mail system returns a mail, or says what became of one. */
    boolean isEnough() {
        return sum >= needed() && content && (sender.certain() || structure);
    }

    /** Where nothing in the header says that a machine sent it, the words alone have to be beyond doubt. */
    private int needed() {
        return sender.points() > 0 || told() ? ENOUGH : BEYOND_DOUBT;
    }

    /** Whether it fits a pattern that says more about the header than a subject: words do not speak against it then. */
    boolean told() {
        return mail.pattern != null && BounceTable.tells(mail.pattern);
    }

    /** What spoke against it. */
    String doubts() {
        return String.join(", ", doubts);
    }

    /** What spoke for it, as a sentence. */
    String reason() {
        BouncePattern pattern = mail.pattern;
        String known = pattern == null ? "" : " in the format " + pattern.name();
        return "A mail system returns a mail" + known + ", by " + String.join(", ", signs) + ".";
    }

    private void words() {
        String subject = mail.clues.subject;
        boolean certain = CERTAIN.begins(subject);
        if (certain || LIKELY.in(subject)) {
            add(certain ? 4 : 2, "its subject");
            content = true;
            structure |= certain;
        }
        if (FAILURE.in(mail.said) || DELAY.in(mail.said) || SUCCESS.in(mail.said)) {
            add(2, "what it says");
            content = true;
        }
    }

    private void findings() {
        if (mail.pattern != null) {
            found(told() ? ENOUGH : 4, "its format");
        }
        if (mail.clues.headers.has("x-failed-recipients")) {
            found(2, "X-Failed-Recipients");
        }
        if (mail.hasFields()) {
            found(4, "fields of a report");
        }
        if (mail.spoken.said().stream().anyMatch(BounceScore::isReplyAboutSomebody)) {
            found(2, "a reply code of SMTP");
        }
        if (mail.returned() != null) {
            found(2, "a returned mail");
        }
        if (!content && sender.certain() && !mail.recipientsInText("failed").isEmpty()) {
            found(2, "an address");
        }
    }

    private void against() {
        Clues clues = mail.clues;
        boolean doubtful = !sender.certain() && !told();
        boolean ofShops = (!told() && SHOPS.in(clues.subject)) || (doubtful && SHOPS.in(mail.said));
        doubt(clues.answersOrForwards(), 3, "it answers or forwards");
        doubt(ofShops, 3, "it is about parcels or orders");
        doubt(doubtful && PEOPLE.in(mail.said), 3, "people write so");
        doubt(clues.headers.has("list-unsubscribe") || clues.headers.has("list-id"), 2, "it came by a list");
        doubt(
                AutoReplySigns.isCertain(clues) || AutoReplySigns.isNamed(clues),
                4,
                "it is marked as an automatic answer");
        doubt(doubtful && AutoReplySigns.says(mail.said), 3, "it says that it is an automatic answer");
    }

    private void doubt(boolean is, int points, String sign) {
        if (is) {
            sum -= points;
            doubts.add(sign);
        }
    }

    private void found(int points, String sign) {
        add(points, sign);
        content = true;
        structure = true;
    }

    private void add(int points, String sign) {
        if (points > 0) {
            sum += points;
            signs.add(sign);
        }
    }

    private static boolean isReplyAboutSomebody(String line) {
        return StatusCode.isReply(line) || StatusCode.enhanced(line) != null;
    }
}
