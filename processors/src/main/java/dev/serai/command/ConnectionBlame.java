package dev.serai.command;

import java.util.List;
import java.util.regex.Pattern;

/** Which key of a file is most likely the cause of a connection's trouble. */
final class ConnectionBlame {
    private record Suspicion(Pattern words, String key) {}

    private static final List<Suspicion> SUSPICIONS = List.of(
            new Suspicion(Pattern.compile("maxMailbox"), "maxMailbox"),
            new Suspicion(Pattern.compile("open the folder|no such folder"), "folder"),
            new Suspicion(Pattern.compile("(?i)trustStore"), "trustStore"),
            new Suspicion(Pattern.compile("(?i)login|logged in|authenti|secret|535"), "secret"),
            new Suspicion(Pattern.compile("(?i)TLS|certificat|PKIX"), "security"));

    private ConnectionBlame() {}

    /** The server's address where nothing points elsewhere. */
    static String key(String sentence) {
        return SUSPICIONS.stream()
                .filter(suspicion -> suspicion.words().matcher(sentence).find())
                .map(Suspicion::key)
                .findFirst()
                .orElse("host");
    }
}
