package dev.serai.mime;

/**
 * How much of a mail is looked at; whatever is beyond becomes a warning, never an error.
 *
 * @param depth of multiparts within multiparts; deeper ones are one leaf
 * @param parts leaves in a mail; the rest is one leaf
 * @param headerBytes of one header block that are read
 * @param textBytes decoded bytes of a text part that are read
 */
public record ReadLimits(int depth, int parts, int headerBytes, int textBytes) {
    /** 100 levels, 1,000 leaves, 256 KiB of headers, 1 MiB of text. */
    public static final ReadLimits DEFAULT = new ReadLimits(100, 1000, 256 << 10, 1 << 20);

    public ReadLimits {
        if (depth < 1 || parts < 1 || headerBytes < 1 || textBytes < 1) {
            throw new IllegalArgumentException("read limits are " + depth + ", " + parts + ", " + headerBytes + ", "
                    + textBytes + "; expected numbers above 0");
        }
    }
}
