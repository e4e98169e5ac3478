package dev.serai.rest;

import dev.serai.store.DispatchGroup;
import dev.serai.store.DispatchRow.State;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What keeps mail from leaving, in words, with what to do about it. */
final class Faults {
    /** Those that every mail of the account meets. */
    private static final Set<String> OF_SERVER = Set.of("unreachable", "tls", "login", "connection", "protocol");

    private static final Map<String, String> WORDS = Map.of(
            "unreachable", "cannot be reached",
            "tls", "offers no TLS that can be trusted",
            "login", "refuses the login",
            "connection", "ends connections before a mail is taken",
            "protocol", "does not speak SMTP as it should",
            "refused-for-now", "refuses mail for now",
            "refused", "refused mail for good",
            "too-large", "takes no mail of that size",
            "policy", "does not want the mail",
            "store-away", "was not asked: the hub's database was away");

    private static final Map<String, String> PRESS = Map.of(
            "unreachable", "look whether the server and the way to it are up",
            "tls", "mend its certificate, or security and trustStore of the account",
            "login", "mend the secret",
            "connection", "ask who runs the server",
            "protocol", "look whether host and port are those of a mail server");

    private Faults() {}

    static boolean isOfServer(@Nullable String cause) {
        return cause != null && OF_SERVER.contains(cause);
    }

    /** The state of an account in a sentence; null where nothing is wrong. */
    static @Nullable String problem(
            String state, @Nullable String host, long waiting, Optional<DispatchGroup> trouble) {
        String wait = Words.count(waiting, "mail waits", "mails wait");
        return switch (state) {
            case "failing" -> host + " " + trouble.map(Faults::words).orElse("fails") + "; " + wait + words(trouble);
            case "paused" -> "paused by an operator; " + wait;
            case "disabled" -> waiting == 0 ? null : "disabled by its file; " + wait;
            case "undeclared" -> "no file declares it any more; " + wait;
            default -> null;
        };
    }

    private static String words(DispatchGroup group) {
        return WORDS.getOrDefault("" + group.cause(), "fails");
    }

    private static String words(Optional<DispatchGroup> trouble) {
        return trouble.map(DispatchGroup::words).map(words -> ": " + words).orElse("");
    }

    /** What to do about an account; null where there is nothing. */
    static @Nullable String press(String state, String account, Optional<DispatchGroup> trouble) {
        return switch (state) {
            case "failing" ->
                trouble.map(group -> PRESS.get("" + group.cause())).orElse("look at the words")
                        + "; it goes on by itself";
            case "paused" -> "./serai resume account " + account;
            case "disabled" -> "set enabled in its file, or cancel what waits";
            case "undeclared" -> "bring its file in routes/dispatch back, or cancel what waits";
            default -> null;
        };
    }

    /** What to do about mail in one state; null where it goes on by itself. */
    static @Nullable String press(DispatchGroup group, String account) {
        if (group.state() == State.UNCERTAIN) {
            return "look for its Message-ID in the log of the mail server at the time of dataAt: cancel what is there, retry"
                    + " what is not";
        }
        return group.state() == State.FAILED
                ? "mend what the words say and retry, or cancel: /dispatches?state=failed&account=" + account
                : null;
    }
}
