package dev.serai.dispatch;

import dev.serai.dispatch.Fault.Step;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How far the talk with a server has come: what was said last, and what it answered. */
final class Conversation {
    private static final int NOTHING = 0;
    private static final int SENSELESS = -1;

    private Step step = Step.CONNECT;
    private int code = NOTHING;
    private String answer = "";
    private final Map<String, Fault> refusals = new LinkedHashMap<>();
    private String recipient = "";

    /** Something begins that is no command. */
    void at(Step begun) {
        step = begun;
        code = NOTHING;
        answer = "";
    }

    /** The next mail begins. */
    void next() {
        refusals.clear();
        at(Step.MAIL);
    }

    /** A command goes out. */
    void said(String command) {
        switch (command.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
            case "EHLO", "HELO" -> at(Step.EHLO);
            case "STARTTLS" -> at(Step.STARTTLS);
            case "AUTH" -> at(Step.LOGIN);
            case "MAIL" -> next();
            case "RCPT" -> {
                recipient = command.substring(command.indexOf('<') + 1, command.lastIndexOf('>'));
                at(Step.RCPT);
            }
            case "DATA" -> at(Step.DATA);
            case "." -> at(Step.DOT);
            default -> at(step);
        }
    }

    /**
     * The answer has come, or the end of the connection in its place. A mail or recipient that was taken is so whatever the
     * last two digits are (RFC 5321 section 4.3.2).
     *
     * @param said with all its lines
     * @return the code to go on by; -1 where there is none
     */
    int answered(int itsCode, String said) {
        code = itsCode >= 200 && itsCode <= 599 ? itsCode : SENSELESS;
        answer = said;
        if (step == Step.RCPT && isRefused()) {
            refusals.put(recipient, Fault.ofRefusal(step, code, words()));
        }
        boolean ofMail = step == Step.MAIL || step == Step.RCPT || step == Step.DOT;
        return ofMail && code >= 200 && code <= 299 ? 250 : code;
    }

    /** The recipients of the mail that were refused, whom Angus forgets when the connection ends. */
    Map<String, Fault> refusals() {
        return refusals;
    }

    Step step() {
        return step;
    }

    /** The code of the answer to the last command; 0 before it has come, -1 when it makes no sense. */
    int code() {
        return code;
    }

    /** 4xx or 5xx. */
    boolean isRefused() {
        return code >= 400;
    }

    /** The answer on one line. */
    String words() {
        return Words.of(answer);
    }

    /** The server hung up in place of an answer, or in the middle of one of several lines. */
    boolean hasEnded() {
        return code == SENSELESS && (answer.equals("[EOF]") || answer.matches("(?s)(.*\\n)?\\d{3}-[^\\n]*\\n"));
    }

    /** The command in a sentence. */
    String what() {
        return switch (step) {
            case DOT -> "the final dot";
            case LOGIN -> "AUTH";
            case EHLO, STARTTLS, MAIL, RCPT, DATA -> step.name();
            default -> "the " + step.word();
        };
    }
}
