package dev.serai.transform.smime;

/** PGP that stands in the text itself (RFC 9580 section 6). */
final class InlinePgp {
    private static final String ANY = "-----BEGIN PGP ";
    private static final String SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String ENCRYPTED = "-----BEGIN PGP MESSAGE-----";
    private static final String END = "-----END PGP MESSAGE-----";

    private InlinePgp() {}

    static boolean isIn(String text) {
        return text.contains(ANY) && (isSigned(text) || !encrypted(text).isEmpty());
    }

    static boolean isSigned(String text) {
        return start(text, SIGNED) >= 0;
    }

    /** The encrypted block with its first and last line; empty where there is none. */
    static String encrypted(String text) {
        int start = start(text, ENCRYPTED);
        int end = start < 0 ? -1 : text.indexOf(END, start);
        return start < 0 ? "" : text.substring(start, end < 0 ? text.length() : end + END.length());
    }

    /** Only at the start of a line: quoted history is somebody else's. */
    private static int start(String text, String line) {
        int at = text.indexOf(line);
        while (at > 0 && text.charAt(at - 1) != '\n') {
            at = text.indexOf(line, at + 1);
        }
        return at;
    }
}
