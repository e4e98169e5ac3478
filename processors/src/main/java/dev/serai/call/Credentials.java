package dev.serai.call;

import java.util.regex.Pattern;

/** Secrets in the files of calls: {@code secret(env:NAME)} stands for one, and its name tells where one is due. */
final class Credentials {
    /** A reference; what it refers to is the first group. */
    static final Pattern SECRET = Pattern.compile("secret\\(([^)]*)\\)");

    private static final Pattern NAME = Pattern.compile(
            "(?i)(proxy-)?authorization|cookie|pwd|.*(api[-_]?key|token|secret|passwd|password|passphrase).*");

    private Credentials() {}

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** A value that is written where a secret is due; the value is not repeated. */
    static IllegalArgumentException literal(String what, String name) {
        return new IllegalArgumentException(what + " '" + name + "' looks like a credential; write secret(env:NAME) or"
                + " secret(file:/path) in its place, never the secret itself");
    }
}
