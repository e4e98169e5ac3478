package dev.serai.rtf;

import dev.serai.rtf.RtfState.Destination;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/** Obeys the control words that decide what people read, and passes over the rest (RTF 1.9.1, MS-OXRTFEX). */
final class RtfReader {
    private static final int DEEPEST = 2000;
    private static final Set<String> HIDDEN = Set.of(
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "generator",
            "filetbl",
            "nonshppict",
            "xe",
            "tc",
            "nonesttables",
            "mhtmltag",
            "objdata",
            "listtable",
            "listoverridetable",
            "revtbl",
            "rsidtbl",
            "themedata",
            "datastore",
            "latentstyles",
            "xmlnstbl",
            "pntxta",
            "pntxtb",
            "ftnsep",
            "ftnsepc",
            "template");
    private static final Map<String, String> CHARACTERS = Map.ofEntries(
            Map.entry("par", "\n"),
            Map.entry("line", "\n"),
            Map.entry("row", "\n"),
            Map.entry("nestrow", "\n"),
            Map.entry("sect", "\n"),
            Map.entry("page", "\n"),
            Map.entry("cell", "\t"),
            Map.entry("nestcell", "\t"),
            Map.entry("tab", "\t"),
            Map.entry("lquote", "\u2018"),
            Map.entry("rquote", "\u2019"),
            Map.entry("ldblquote", "\u201c"),
            Map.entry("rdblquote", "\u201d"),
            Map.entry("bullet", "\u2022"),
            Map.entry("endash", "\u2013"),
            Map.entry("emdash", "\u2014"),
            Map.entry("emspace", "\u2003"),
            Map.entry("enspace", "\u2002"),
            Map.entry("zwj", "\u200d"),
            Map.entry("zwnj", "\u200c"));

    private final RtfLexer lexer;
    private final FontTable fonts = new FontTable();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deque<RtfState> outer = new ArrayDeque<>();
    private RtfState state = new RtfState(fonts.usual());
    private int tooDeep;
    private int usualFont;
    private boolean html;
    private boolean ignorable;
    private int toSkip;

    RtfReader(byte[] rtf) {
        lexer = new RtfLexer(rtf);
    }

    RtfDocument run() {
        for (RtfLexer.Token token = lexer.next(); token != RtfLexer.Token.END; token = lexer.next()) {
            switch (token) {
                case OPEN -> open();
                case CLOSE -> close();
                case WORD -> word(lexer.word());
                case SYMBOL -> symbol(lexer.value());
                default -> character(lexer.value());
            }
        }
        flush();
        String found = text.toString().replace("\u0000", "").strip();
        return html ? new RtfDocument("", found) : new RtfDocument(found, null);
    }

    private void open() {
        flush();
        toSkip = 0;
        if (outer.size() >= DEEPEST) {
            tooDeep++;
        } else {
            outer.push(state);
            state = state.copy();
        }
    }

    private void close() {
        flush();
        toSkip = 0;
        ignorable = false;
        if (tooDeep > 0) {
            tooDeep--;
        } else if (!outer.isEmpty()) {
            RtfField field = state.field;
            state = outer.pop();
            if (field != null && field != state.field && !html) {
                field.close(text);
            }
        }
    }

    private void symbol(int symbol) {
        switch (symbol) {
            case '*' -> ignorable = true;
            case '~' -> write(html ? "&nbsp;" : "\u00a0");
            case '_' -> write(html ? "&#8209;" : "-");
            case '-' -> write(html ? "&shy;" : "");
            case '\r', '\n' -> write("\n");
            case '\t' -> write("\t");
            default -> {}
        }
    }

    private void word(String name) {
        boolean optional = ignorable;
        ignorable = false;
        toSkip = 0;
        switch (name) {
            case "u" -> unicode(lexer.number());
            case "uc" -> state.fallbacks = Math.max(0, Math.min(lexer.number(), 9));
            case "bin" -> lexer.skip(lexer.number());
            case "fromhtml" -> html = true;
            case "htmltag" -> into(Destination.MARKUP);
            case "htmlrtf" -> {
                flush();
                state.suppressed = lexer.on();
            }
            case "v" -> {
                flush();
                state.invisible = lexer.on();
            }
            default -> fontWord(name, optional);
        }
    }

    private void fontWord(String name, boolean optional) {
        switch (name) {
            case "ansicpg" -> usual(lexer.number());
            case "mac" -> usual(10000);
            case "pc" -> usual(437);
            case "pca" -> usual(850);
            case "fonttbl" -> into(Destination.FONTS);
            case "deff" -> usualFont = lexer.number();
            case "f" -> font(lexer.number());
            case "fcharset" -> fonts.charset(lexer.number());
            case "cpg" -> fonts.codePage(lexer.number());
            case "plain" -> {
                font(usualFont);
                state.invisible = false;
            }
            default -> other(name, optional);
        }
    }

    private void other(String name, boolean optional) {
        String characters = CHARACTERS.get(name);
        if (characters != null) {
            write(characters);
        } else if (name.equals("field")) {
            state.field = new RtfField(text.length());
        } else if (name.equals("fldinst")) {
            into(Destination.FIELD_CODE);
        } else if (optional || HIDDEN.contains(name)) {
            into(Destination.NOWHERE);
        }
    }

    /** What is hidden stays hidden to its end. */
    private void into(Destination destination) {
        flush();
        if (state.destination != Destination.NOWHERE) {
            state.destination = destination;
        }
    }

    private void usual(int codePage) {
        flush();
        fonts.usual(codePage);
        state.charset = fonts.usual();
    }

    private void font(int number) {
        flush();
        if (state.destination == Destination.FONTS) {
            fonts.define(number);
        } else {
            state.charset = fonts.charsetOf(number);
            state.symbol = fonts.isSymbol(number);
        }
    }

    private void unicode(int number) {
        int c = number & 0xffff;
        boolean bullet = state.symbol && (c == 0xf0b7 || c == 0xb7);
        write(bullet ? "\u2022" : c == 0 ? "" : String.valueOf((char) c));
        toSkip = state.fallbacks;
    }

    private void character(int b) {
        ignorable = false;
        if (toSkip > 0) {
            toSkip--;
        } else if (state.symbol && b == 0xb7) {
            write("\u2022");
        } else if (isShown()) {
            bytes.write(b);
        }
    }

    private boolean isShown() {
        return switch (state.destination) {
            case BODY -> !state.suppressed && (html || !state.invisible);
            case MARKUP, FIELD_CODE -> true;
            default -> false;
        };
    }

    private void write(String characters) {
        flush();
        if (isShown()) {
            put(characters);
        }
    }

    /** Gathered bytes belong together: a character may be several of them. */
    private void flush() {
        if (bytes.size() > 0) {
            boolean markup = state.destination == Destination.MARKUP;
            put(bytes.toString(markup ? fonts.usual() : state.charset));
            bytes.reset();
        }
    }

    private void put(String characters) {
        if (state.destination != Destination.FIELD_CODE) {
            text.append(characters);
        } else if (state.field != null) {
            state.field.code(characters);
        }
    }
}
