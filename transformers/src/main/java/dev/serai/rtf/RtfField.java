package dev.serai.rtf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A field: a link, mostly. Its code says where to, its result is what people read. */
final class RtfField {
    private static final Pattern LINK = Pattern.compile("HYPERLINK\\s+\"?([^\"\\s]{1,2000})");
    private static final int LONGEST = 4000;

    private final int start;
    private final StringBuilder code = new StringBuilder();

    /** @param start where its result begins in the text */
    RtfField(int start) {
        this.start = start;
    }

    void code(CharSequence characters) {
        if (code.length() < LONGEST) {
            code.append(characters);
        }
    }

    /** Writes the address behind the words of a link, unless they say it. */
    void close(StringBuilder text) {
        Matcher link = LINK.matcher(code);
        if (!link.find() || start > text.length() || text.length() - start > LONGEST) {
            return;
        }
        String address = link.group(1);
        String shown = text.substring(start).strip();
        String bare = address.replaceFirst("^(?:mailto:|https?://)", "").replaceFirst("/$", "");
        if (shown.isEmpty()) {
            text.append(address);
        } else if (address.contains(":") && !shown.contains(bare)) {
            text.append(" <").append(address).append('>');
        }
    }
}
