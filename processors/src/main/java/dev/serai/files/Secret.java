package dev.serai.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A reference to a secret, {@code env:NAME} or {@code file:/path}; never the secret itself. Whoever connects asks
 * {@link #resolve()} each time, so a rotated secret needs no reload.
 */
public final class Secret {
    private static final Pattern ENVIRONMENT = Pattern.compile("env:([A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern FILE = Pattern.compile("file:(/.+)");
    private final String reference;

    private Secret(String reference) {
        this.reference = reference;
    }

    /**
     * Takes a reference.
     *
     * @throws IllegalArgumentException when it is none; the message does not repeat what may be a password
     */
    public static Secret of(String reference) {
        if (!isReference(reference)) {
            throw new IllegalArgumentException("expected a reference to the secret, env:NAME or file:/absolute/path,"
                    + " never the secret itself");
        }
        return new Secret(reference);
    }

    /** Whether a text has the form of a reference. */
    public static boolean isReference(String text) {
        return ENVIRONMENT.matcher(text).matches() || FILE.matcher(text).matches();
    }

    /** The reference, which tells nothing secret. */
    public String reference() {
        return reference;
    }

    /**
     * Reads the secret now; one line end at the end of a file is removed.
     *
     * @throws SecretMissing when the variable or file is not there
     */
    public String resolve() {
        return reference.startsWith("env:") ? variable(reference.substring(4)) : file(Path.of(reference.substring(5)));
    }

    private String variable(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new SecretMissing(reference, "the environment has no variable " + name);
        }
        return value;
    }

    private String file(Path path) {
        try {
            return Files.readString(path, StandardCharsets.UTF_8).replaceFirst("\\r?\\n\\z", "");
        } catch (IOException e) {
            throw new SecretMissing(reference, "the file cannot be read as text", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.reference.equals(reference);
    }

    @Override
    public int hashCode() {
        return reference.hashCode();
    }

    /** The reference only. */
    @Override
    public String toString() {
        return reference;
    }
}
