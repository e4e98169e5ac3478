package dev.serai.dispatch;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What kept a mail from leaving.
 *
 * @param status the server's answer, the code with the enhanced code where it gave one (RFC 3463), such as `550 5.1.1`;
 *     empty where no answer speaks of it
 * @param words a sentence for an operator, mostly the server's own words
 */
public record Fault(Step step, Kind kind, @Nullable String status, String words) {
    /** The login is wrong or missing (RFC 4954 section 6), at whatever command: a matter of the account, not of the mail. */
    private static final Set<Integer> NO_LOGIN = Set.of(530, 534, 535, 538);

    private static final Pattern TOO_MANY =
            Pattern.compile("(?i)\\b(rate|throttl\\w*|too (many(?! recipients)|fast)|quota of mails|slow down)\\b");
    private static final Pattern ANSWER = Pattern.compile("(\\d{3})(?:[ -]+([245]\\.\\d{1,3}\\.\\d{1,3})\\b)?");

    /** How far the try had come. */
    public enum Step {
        /** In the hub: the stored mail, the account's files and route. */
        HUB,
        CONNECT,
        /** The handshake, before the greeting or after STARTTLS. */
        TLS,
        GREETING,
        EHLO,
        STARTTLS,
        LOGIN,
        MAIL,
        RCPT,
        DATA,
        CONTENT,
        DOT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What sort of thing went wrong. */
    public enum Kind {
        /** No connection: no such host, nobody listens, no answer to connecting. */
        UNREACHABLE(Concern.HOST),
        /** It is not protected as the account demands. */
        TLS(Concern.HOST),
        /** The server does not offer its service now, to nobody. */
        UNAVAILABLE(Concern.HOST),
        /** The server refuses the login. */
        LOGIN(Concern.ACCOUNT),
        /** There is nothing to log in with, or no way to: no secret, no token, no mechanism. */
        CREDENTIALS(Concern.ACCOUNT),
        /** The connection ended, or was silent for too long. */
        CONNECTION(Concern.MAIL),
        /** What the server said makes no sense there. */
        PROTOCOL(Concern.MAIL),
        /** 4xx because of too many mails, or the server takes its leave. */
        THROTTLED(Concern.MAIL),
        /** 4xx. */
        REFUSED_FOR_NOW(Concern.MAIL),
        /** 5xx. */
        REFUSED(Concern.MAIL),
        /** Larger than the server or the mailbox takes. */
        TOO_LARGE(Concern.MAIL),
        /** The hub's own files do not let it out this way. */
        POLICY(Concern.MAIL),
        /** The stored mail is gone or damaged. */
        UNREADABLE(Concern.MAIL),
        /** The database was away. */
        STORE_AWAY(Concern.HUB),
        /** The hub ended in the middle. */
        HUB_ENDED(Concern.HUB);

        private final Concern concern;

        Kind(Concern concern) {
            this.concern = concern;
        }

        /** @param code 4xx or 5xx */
        static Kind ofRefusal(Step step, int code, String status, String words) {
            if (step == Step.STARTTLS) {
                return TLS;
            }
            if ((NO_LOGIN.contains(code) && step.compareTo(Step.LOGIN) >= 0) || (step == Step.LOGIN && code >= 500)) {
                return LOGIN;
            }
            if (step.compareTo(Step.LOGIN) < 0) {
                return UNAVAILABLE;
            }
            if (status.endsWith(" 5.3.4")) {
                return TOO_LARGE;
            }
            boolean tooManyRecipients = step == Step.RCPT && code == 552;
            if (code >= 500 && !tooManyRecipients) {
                return REFUSED;
            }
            boolean tooManyMails = code == 421 || TOO_MANY.matcher(words).find();
            return tooManyMails || saysPolicy(step, status) ? THROTTLED : REFUSED_FOR_NOW;
        }

        /** Of one recipient it is mostly greylisting. */
        private static boolean saysPolicy(Step step, String status) {
            return step != Step.LOGIN && step != Step.RCPT && status.contains(" 4.7.");
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whose matter it is: that decides who waits, and whether the try counts for the mail. */
    public enum Concern {
        HOST,
        ACCOUNT,
        MAIL,
        HUB
    }

    public Fault {
        words = Words.of(words);
    }

    static Fault of(Step step, Kind kind, String words) {
        return new Fault(step, kind, null, words);
    }

    /**
     * @param code 4xx or 5xx
     * @param answer that begins with it
     */
    static Fault ofRefusal(Step step, int code, String answer) {
        String status = status(answer).orElse(String.valueOf(code));
        return new Fault(step, Kind.ofRefusal(step, code, status, answer), status, answer);
    }

    /** The others are for another transaction, at once (RFC 5321 section 4.5.3.1.10). */
    boolean isTooManyRecipients() {
        return step == Step.RCPT && status != null && status.matches("(452|552)( [45]\\.5\\.3)?");
    }

    /** Before MAIL nothing was said of a mail: what goes wrong there is no fault of it. */
    public Concern concern() {
        if (kind.concern != Concern.MAIL || step == Step.HUB || step.compareTo(Step.MAIL) >= 0) {
            return kind.concern;
        }
        return step == Step.LOGIN && kind != Kind.CONNECTION ? Concern.ACCOUNT : Concern.HOST;
    }

    /** Whether it is one of the tries that a mail has. */
    public boolean counts() {
        return concern() == Concern.MAIL;
    }

    /** The code and the enhanced code that an answer begins with, which may have several lines. */
    static Optional<String> status(@Nullable String answer) {
        Matcher begin = ANSWER.matcher(answer == null ? "" : answer);
        if (!begin.lookingAt()) {
            return Optional.empty();
        }
        return Optional.of(begin.group(2) == null ? begin.group(1) : begin.group(1) + " " + begin.group(2));
    }
}
