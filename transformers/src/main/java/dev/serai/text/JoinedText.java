package dev.serai.text;

/** The texts of one mail one behind the other, with an empty line between, up to so many characters in all. */
public final class JoinedText {
    private static final String BETWEEN = "\n\n";

    private final int most;
    private final StringBuilder all;

    /** @param first what stands before the others; it is not cut */
    public JoinedText(String first, int most) {
        this.most = most;
        this.all = new StringBuilder(first);
    }

    /** Adds a text; false when not all of it fits: then its start was added. */
    public boolean add(String text) {
        all.setLength(endOfText());
        if (all.length() + BETWEEN.length() >= most) {
            return false;
        }
        if (all.length() > 0) {
            all.append(BETWEEN);
        }
        int fitting = Math.min(text.length(), most - all.length());
        all.append(text, 0, fitting);
        return fitting == text.length();
    }

    /** Takes all of it away. */
    public void clear() {
        all.setLength(0);
    }

    public boolean isBlank() {
        return endOfText() == 0;
    }

    private int endOfText() {
        int end = all.length();
        while (end > 0 && Character.isWhitespace(all.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
