package dev.serai.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** "On Friday Eva wrote:" and its like, on one line or broken over up to four. */
final class Attributions {
    private static final int MOST_LINES = 4;
    private static final int LONGEST = 500;
    private static final Pattern MOMENT = Pattern.compile(
            "(?<!\\d)(?:(?:19|20)\\d\\d|\\d{1,2}[:.h]\\d\\d|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4})(?!\\d)");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]{1,100}@[^\\s@<>]{3,}");

    /** First words of a line that goes on below. */
    private static final Set<String> STARTS = Set.of(
            "on", "am", "le", "el", "il", "op", "em", "a", "at", "no", "w", "dnia", "den", "dne", "dňa", "pe", "la",
            "på", "on:", "in", "ons", "tor", "fre", "lör", "sön", "mån", "tis", "man", "tir", "lør", "søn", "pn.",
            "wt.", "śr.", "czw.", "pt.", "sob.", "niedz.", "пн,", "вт,", "ср,", "чт,", "пт,", "сб,", "вс,", "нд,",
            "στις", "ma", "ti", "ke", "to", "su", "gio", "lun", "mar", "mer", "ven", "sab", "dom", "do", "vr", "za",
            "zo", "di", "wo", "po", "út", "st", "čt", "pá", "so", "ne");

    private static final List<String> VERBS = List.of(
            "wrote",
            "writes",
            "schrieb",
            "geschrieben",
            "schreibt",
            "a écrit",
            "écrit",
            "escribió",
            "escribio",
            "ha scritto",
            "scrisse",
            "scritto",
            "schreef",
            "geschreven",
            "escreveu",
            "napisał",
            "napisała",
            "napisał(a)",
            "pisze",
            "skrev",
            "skrifaði",
            "kirjoitti",
            "napsal",
            "napsal(a)",
            "napísal",
            "napísal(a)",
            "ezt írta",
            "írta",
            "a scris",
            "yazdı",
            "şunu yazdı",
            "написал",
            "написала",
            "написал(а)",
            "пишет",
            "писал",
            "пише",
            "написав",
            "έγραψε",
            "写道",
            "寫道",
            "작성",
            "のメール",
            "kirjutas",
            "rašė",
            "rakstīja",
            "je napisao",
            "je pisao",
            "va escriure",
            "כתב",
            "كتب");

    /** Somebody tells us what we wrote. */
    private static final List<String> TO_US = List.of(
            "you wrote", "you write", "avez écrit", "as écrit", "sie geschrieben", "du geschrieben", "schrieben sie");

    private static final int FEW_WORDS = 14;

    private Attributions() {}

    /** How many lines from this one on say who wrote what follows; 0 where they do not. */
    static int lengthAt(List<String> lines, int at) {
        StringBuilder block = new StringBuilder();
        for (int i = at; i < lines.size() && i < at + MOST_LINES; i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || block.length() + line.length() > LONGEST || LineMarker.isQuoted(line)) {
                return 0;
            }
            block.append(i == at ? "" : " ").append(line);
            if (line.endsWith(":") || line.endsWith("\uff1a")) {
                boolean one = isOne(block.toString(), i > at) || (i == at && isBrief(line) && isQuotedBehind(lines, i));
                return one ? i - at + 1 : 0;
            }
        }
        return 0;
    }

    private static boolean isQuotedBehind(List<String> lines, int at) {
        int next = at + 1;
        while (next < lines.size() && next <= at + 2 && lines.get(next).isBlank()) {
            next++;
        }
        return next < lines.size() && LineMarker.isQuoted(lines.get(next).strip());
    }

    /** "Eva wrote:" says no time; quoted lines behind it are what tells it from a story. */
    private static boolean isBrief(String block) {
        String lower = block.toLowerCase(Locale.ROOT);
        return lower.split(" ", -1).length <= FEW_WORDS
                && TO_US.stream().noneMatch(lower::contains)
                && VERBS.stream().anyMatch(verb -> lower.endsWith(verb + ":") && has(lower, verb));
    }

    private static boolean isOne(String block, boolean broken) {
        String lower = block.toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
        boolean moment = MOMENT.matcher(lower).find();
        boolean address = ADDRESS.matcher(lower).find();
        boolean begins = STARTS.contains(lower.split(" ", 2)[0]) || Character.isDigit(lower.charAt(0));
        if ((!moment && !address)
                || (broken && !begins && !address)
                || TO_US.stream().anyMatch(lower::contains)) {
            return false;
        }
        boolean bare = moment && (lower.endsWith(">:") || lower.endsWith(">\uff1a"));
        boolean brief = begins || address || lower.split(" ", -1).length <= FEW_WORDS;
        return bare || (brief && VERBS.stream().anyMatch(verb -> has(lower, verb)));
    }

    /** As a word of its own. */
    private static boolean has(String lower, String verb) {
        int found = lower.lastIndexOf(verb);
        if (found < 0) {
            return false;
        }
        boolean begins = found == 0
                || !Character.isLetter(lower.charAt(found - 1))
                || !Character.isAlphabetic(verb.charAt(0))
                || Character.isIdeographic(verb.charAt(0))
                || isHangul(verb);
        int end = found + verb.length();
        boolean ends = end >= lower.length() || !Character.isLetter(lower.charAt(end)) || isHangul(verb);
        return begins && ends;
    }

    private static boolean isHangul(String verb) {
        return Character.UnicodeScript.of(verb.codePointAt(0)) == Character.UnicodeScript.HANGUL;
    }
}
