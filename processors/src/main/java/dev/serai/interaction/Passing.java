package dev.serai.interaction;

/**
 * How a mail passes on the one that it is about.
 *
 * @param form how the original is in it
 * @param files whether its attachments go along, where its text does
 * @param automatic true when no person decided it: it is marked `Auto-Submitted` (RFC 3834, section 5)
 * @param hops how often it was passed on by hubs, this time included
 */
public record Passing(Form form, boolean files, boolean automatic, int hops) {
    /** The header field that counts how often hubs passed a mail on. */
    public static final String HOPS = "X-Serai-Hops";

    /** How often hubs passed a received mail on, as its header says. */
    public static int hops(Content content) {
        String name = HOPS + ":";
        return (int) content.headers()
                .lines()
                .filter(line -> line.regionMatches(true, 0, name, 0, name.length()))
                .map(line -> line.substring(name.length()).strip())
                .filter(value -> value.matches("\\d{1,4}"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }

    /** How the original goes along. */
    public enum Form {
        /** Its text below the covering text. */
        INLINE,
        /** As a file of type message/rfc822. */
        ATTACHED,
        /** It is sent again as it is (RFC 5322, section 3.6.6). */
        RESENT
    }
}
