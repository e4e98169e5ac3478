package dev.serai.transform.tnef;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/**
 * The text of an RTF body, or the HTML that Outlook wrapped in it (MS-OXRTFEX). It knows what mail bodies use and
 * passes over the rest; it never fails.
 */
final class RtfReader {
    private static final Set<String> HIDDEN = Set.of(
            "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "generator", "filetbl");
    private static final Map<String, String> CHARACTERS = Map.ofEntries(
            Map.entry("par", "\n"),
            Map.entry("line", "\n"),
            Map.entry("row", "\n"),
            Map.entry("cell", "\t"),
            Map.entry("tab", "\t"),
            Map.entry("lquote", "\u2018"),
            Map.entry("rquote", "\u2019"),
            Map.entry("ldblquote", "\u201c"),
            Map.entry("rdblquote", "\u201d"),
            Map.entry("bullet", "\u2022"),
            Map.entry("endash", "\u2013"),
            Map.entry("emdash", "\u2014"));

    private final String rtf;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deque<Group> groups = new ArrayDeque<>();
    private Group group = new Group(false, false, 1);
    private Charset charset = Charset.forName("windows-1252");
    private boolean html;
    private boolean suppressed;
    private boolean ignorable;
    private int toSkip;
    private int at;

    /** What holds inside one pair of braces. */
    private record Group(boolean hidden, boolean markup, int fallbacks) {}

    private RtfReader(String rtf) {
        this.rtf = rtf;
    }

    /** Reads RTF of one char per byte. */
    static RtfReader read(String rtf) {
        RtfReader reader = new RtfReader(rtf);
        reader.run();
        return reader;
    }

    /** Whether what came out is HTML. */
    boolean isHtml() {
        return html;
    }

    String text() {
        return text.toString().strip();
    }

    private void run() {
        while (at < rtf.length()) {
            char c = rtf.charAt(at++);
            switch (c) {
                case '{' -> groups.push(group);
                case '}' -> group = groups.isEmpty() ? group : groups.pop();
                case '\\' -> control();
                case '\r', '\n' -> {}
                default -> character(c);
            }
        }
        flush();
    }

    private void control() {
        char c = at < rtf.length() ? rtf.charAt(at) : ' ';
        if (Character.isLetter(c)) {
            word();
            return;
        }
        at++;
        switch (c) {
            case '\'' -> hex();
            case '*' -> ignorable = true;
            case '~' -> write("\u00a0");
            case '_' -> write("-");
            case '\\', '{', '}' -> write(String.valueOf(c));
            default -> {}
        }
    }

    private void hex() {
        int end = Math.min(at + 2, rtf.length());
        try {
            int code = Integer.parseInt(rtf.substring(at, end), 16);
            if (toSkip > 0) {
                toSkip--;
            } else if (isShown()) {
                bytes.write(code);
            }
        } catch (NumberFormatException e) {
            // no code: nothing is shown for it
        }
        at = end;
    }

    private void word() {
        int start = at;
        while (at < rtf.length() && Character.isLetter(rtf.charAt(at))) {
            at++;
        }
        String name = rtf.substring(start, at);
        int from = at;
        at += at < rtf.length() && rtf.charAt(at) == '-' ? 1 : 0;
        while (at < rtf.length() && Character.isDigit(rtf.charAt(at)) && at - from < 9) {
            at++;
        }
        int number = number(rtf.substring(from, at));
        at += at < rtf.length() && rtf.charAt(at) == ' ' ? 1 : 0;
        obey(name, number, from == at);
    }

    private static int number(String digits) {
        return digits.isEmpty() || digits.equals("-") ? 1 : Integer.parseInt(digits);
    }

    private void obey(String name, int number, boolean bare) {
        boolean destination = ignorable;
        ignorable = false;
        switch (name) {
            case "fromhtml" -> html = true;
            case "htmlrtf" -> suppressed = bare || number != 0;
            case "htmltag" -> group = new Group(false, true, group.fallbacks());
            case "ansicpg" -> codepage(number);
            case "uc" -> group = new Group(group.hidden(), group.markup(), Math.max(0, Math.min(number, 9)));
            case "u" -> unicode(number);
            default -> other(name, destination);
        }
    }

    private void other(String name, boolean destination) {
        String character = CHARACTERS.get(name);
        if (character != null) {
            write(character);
        } else if (destination || HIDDEN.contains(name)) {
            group = new Group(true, false, group.fallbacks());
        }
    }

    private void codepage(int number) {
        String name = number == 65001 ? "UTF-8" : "windows-" + number;
        charset = Charset.isSupported(name) ? Charset.forName(name) : charset;
    }

    private void unicode(int number) {
        write(String.valueOf((char) number));
        toSkip = group.fallbacks();
    }

    private void character(char c) {
        if (toSkip > 0) {
            toSkip--;
        } else if (isShown()) {
            bytes.write(c);
        }
    }

    private boolean isShown() {
        return !group.hidden() && (!html || group.markup() || !suppressed);
    }

    private void write(String characters) {
        if (isShown()) {
            flush();
            text.append(characters);
        }
    }

    private void flush() {
        text.append(bytes.toString(charset));
        bytes.reset();
    }
}
