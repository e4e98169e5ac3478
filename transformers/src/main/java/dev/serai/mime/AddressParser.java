package dev.serai.mime;

import dev.serai.message.MailAddress;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads address lists (RFC 5322 section 3.4) as they are found: groups are dissolved, quotes and brackets may be
 * missing, commas may stand in bare names, and what is no address at all is left out.
 */
final class AddressParser {
    private static final int MOST = 5000;

    private final String text;
    private final boolean strict;
    private final List<MailAddress> addresses = new ArrayList<>();
    private AddressToken token = new AddressToken();
    private String orphan = "";
    private int at;
    private boolean broken;

    private AddressParser(String text, boolean strict) {
        this.text = text;
        this.strict = strict;
    }

    /** The addresses of a header value of one char per byte. */
    static List<MailAddress> parse(String raw) {
        return parse(raw, null);
    }

    /** The same; raw bytes that are no UTF-8 are in the assumed charset if they fit it. */
    static List<MailAddress> parse(String raw, @Nullable Charset assumed) {
        String text = HeaderText.charset(raw, assumed);
        List<MailAddress> found = read(text);
        return found.isEmpty() && text.contains("=?") ? read(EncodedWords.decode(text)) : found;
    }

    private static List<MailAddress> read(String text) {
        AddressParser parser = new AddressParser(text, true);
        parser.run();
        if (parser.broken) {
            parser = new AddressParser(text, false);
            parser.run();
        }
        return parser.addresses;
    }

    private void run() {
        while (at < text.length() && addresses.size() < MOST) {
            char c = text.charAt(at++);
            switch (c) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> bracket();
                case ',', ';' -> endOfAddress();
                case ':' -> colon();
                default -> token.bare(c);
            }
        }
        endOfAddress();
        if (!orphan.isEmpty() && addresses.isEmpty()) {
            addLocal(orphan);
        }
    }

    private void quoted() {
        if (!strict) {
            return;
        }
        int start = at;
        StringBuilder content = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' && at + 1 < text.length() ? 1 : 0;
            content.append(text.charAt(at++));
        }
        broken |= at >= text.length();
        token.quoted(content, text.substring(start - 1, Math.min(at + 1, text.length())));
        at++;
    }

    private void comment() {
        if (!strict) {
            token.bare('(');
            return;
        }
        int depth = 1;
        int start = at;
        while (at < text.length() && depth > 0) {
            char c = text.charAt(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            at += c == '\\' ? 1 : 0;
        }
        broken |= depth > 0;
        token.comment(text.substring(start, Math.max(start, Math.min(at, text.length()) - 1)));
    }

    private void bracket() {
        int close = text.indexOf('>', at);
        int end = close < 0 ? text.length() : close;
        token.bracket(text.substring(at, end));
        at = end + 1;
    }

    /** The end of a group's name, unless it stands in {@code mailto:}. */
    private void colon() {
        if (!token.hasAddress()) {
            token = new AddressToken();
        } else {
            token.bare(':');
        }
    }

    private void endOfAddress() {
        MailAddress address = token.address(orphan);
        if (address != null) {
            addresses.add(address);
            orphan = "";
        } else if (!token.isEmpty()) {
            orphan = orphan.isEmpty() ? token.phrase() : orphan + ", " + token.phrase();
        }
        token = new AddressToken();
    }

    /** A single word is a mailbox without a domain, as local mail has it. */
    private void addLocal(String word) {
        String name = EncodedWords.decode(word).strip();
        if (name.codePoints().anyMatch(Character::isLetterOrDigit)
                && name.chars().noneMatch(c -> c <= ' ' || c == ',')
                && !name.startsWith("undisclosed")) {
            addresses.add(MailAddress.of(HeaderText.clean(name)));
        }
    }
}
