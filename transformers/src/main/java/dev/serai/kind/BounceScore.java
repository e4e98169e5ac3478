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
        boolean told = mail.pattern != null && BounceTable.tells(mail.pattern);
        return sender.points() > 0 || told ? ENOUGH : BEYOND_DOUBT;
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
            boolean named =
                    !mail.pattern.from().isEmpty() || !mail.pattern.headers().isEmpty();
            found(named ? ENOUGH : 4, "its format");
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
        sum -= clues.answersOrForwards() ? 3 : 0;
        sum -= SHOPS.in(clues.subject) || (!sender.certain() && SHOPS.in(mail.said)) ? 3 : 0;
        sum -= !sender.certain() && PEOPLE.in(mail.said) ? 3 : 0;
        sum -= clues.headers.has("list-unsubscribe") || clues.headers.has("list-id") ? 2 : 0;
        sum -= AutoReplySigns.isCertain(clues) || AutoReplySigns.isNamed(clues) ? 4 : 0;
        sum -= AutoReplySigns.says(mail.said) && !sender.certain() ? 3 : 0;
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
