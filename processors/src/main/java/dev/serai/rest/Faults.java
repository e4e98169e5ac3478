package dev.serai.rest;

import dev.serai.rest.AccountReport.Group;
import dev.serai.store.DispatchGroup;
import dev.serai.store.DispatchRow.State;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What keeps mail from leaving, in words, with what to do about it. */
final class Faults {
    private static final Map<String, String> WORDS = Map.of(
            "unreachable", "cannot be reached",
            "tls", "offers no TLS that can be trusted",
            "unavailable", "does not offer its service",
            "login", "refuses the login",
            "credentials", "cannot be logged into",
            "connection", "ends connections before a mail is taken",
            "protocol", "does not speak SMTP as it should",
            "throttled", "takes no more mail for now");

    private static final Map<String, String> PRESS = Map.of(
            "unreachable", "look whether the server is up, and the way to it open",
            "tls", "mend its certificate, or security and trustStore of the account",
            "unavailable", "ask who runs the server",
            "login", "mend the secret, or ask who runs the server",
            "credentials", "mend secret, username and oauth2 of the account",
            "connection", "ask who runs the server",
            "protocol", "look whether host and port are those of a mail server",
            "throttled", "lower ratePerMinute or connections of the account");

    private Faults() {}

    /** The state of an account in a sentence; null where nothing is wrong. */
    static @Nullable String problem(String state, @Nullable String host, long waiting, Optional<Halt> halt) {
        String wait = Words.count(waiting, "mail waits", "mails wait");
        return switch (state) {
            case "failing" -> host + " " + halt.map(Faults::words).orElse("fails") + "; " + wait + said(halt);
            case "paused" -> "paused by an operator" + (waiting == 0 ? "" : "; " + wait);
            case "disabled" -> waiting == 0 ? null : "disabled by its file; " + wait;
            case "undeclared" -> "no file declares it any more; " + wait;
            default -> null;
        };
    }

    private static String words(Halt halt) {
        return WORDS.getOrDefault(halt.kind(), "fails");
    }

    private static String said(Optional<Halt> halt) {
        return halt.map(Halt::words).map(words -> ": " + words).orElse("");
    }

    /** What to do about an account; null where there is nothing. */
    static @Nullable String press(String state, String account, Optional<Halt> halt) {
        return switch (state) {
            case "failing" ->
                halt.map(Halt::kind).map(PRESS::get).orElse("look at the words")
                        + "; it goes on by itself, or at once by ./serai resume account " + account;
            case "paused" -> "./serai resume account " + account;
            case "disabled" -> "set enabled in its file, or cancel what waits";
            case "undeclared" -> "bring its file in routes/dispatch back, or cancel what waits";
            default -> null;
        };
    }

    /** What became of mail that waits for a person, with the server's words. */
    static String sentence(Group group, AccountReport account) {
        String words = group.words() == null ? "" : ": " + group.words();
        String mails = Words.count(group.count(), "mail", "mails") + " by account " + account.name();
        return group.state().equals("uncertain")
                ? mails + " may or may not have left" + words
                : mails + " failed for good" + words;
    }

    /** What to do about mail in one state; null where it goes on by itself. */
    static @Nullable String press(DispatchGroup group, String account) {
        if (group.state() == State.UNCERTAIN && !group.retriable()) {
            return "it was stopped or moved while it was being sent: look for its Message-ID in the log of the mail server at the"
                    + " time of dataAt, write again what is not there, then cancel it ("
                    + ApiRequest.ROOT + "/dispatches/" + group.example() + ")";
        }
        if (group.state() == State.UNCERTAIN) {
            return "look for its Message-ID in the log of the mail server at the time of dataAt: cancel what is there, retry"
                    + " what is not (" + ApiRequest.ROOT + "/dispatches/" + group.example() + ")";
        }
        return group.state() == State.FAILED
                ? "mend what the words say, then ./serai quarantine retry " + group.example()
                        + ", or all of them by POST "
                        + ApiRequest.ROOT + "/dispatches/retry with {\"state\":\"failed\",\"account\":\"" + account
                        + "\"}; /dispatches/cancel gives them up"
                : null;
    }
}
