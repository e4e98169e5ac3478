package dev.serai.oauth2;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notices a server that repeats the login that it refuses: its words would show the secret wherever they are told. */
final class SaidAgain {
    /** What is told instead of such words. */
    static final String INSTEAD = "(the server's words repeat the login, so they are not shown)";

    private SaidAgain() {}

    /** How a token looks on the wire: plain, and as XOAUTH2 sends it. */
    static List<String> token(String user, String token) {
        return List.of(token, Xoauth2.response(user, token));
    }

    /** How a password looks on the wire: plain, as a quoted string, and as AUTH LOGIN and PLAIN (RFC 4616) send it. */
    static List<String> login(String user, @Nullable String password) {
        if (password == null || password.isEmpty()) {
            return List.of();
        }
        String quoted = password.replace("\\", "\\\\").replace("\"", "\\\"");
        return List.of(
                password,
                quoted,
                base64(password),
                base64("\0" + user + "\0" + password),
                base64(user + "\0" + user + "\0" + password));
    }

    /** Whether a failure, or what caused it, has one of these in its words. */
    static boolean in(Throwable failure, List<String> secrets) {
        for (Throwable next = failure; next != null; next = next.getCause()) {
            if (secrets.stream().anyMatch(String.valueOf(next.getMessage())::contains)) {
                return true;
            }
        }
        return false;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
