package dev.serai.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Letters beyond a to z that only some languages write. */
final class SpecialLetters {
    private static final String TABLE =
            "ß:de ä:de,sv,fi,et,sk ö:de,sv,fi,et,hu,tr ü:de,et,hu,tr ñ:es ¿:es ¡:es ã:pt õ:pt,et"
                    + " ç:fr,pt,tr,ca ê:fr,pt è:fr,it,ca à:fr,it,pt,ca ù:fr,it ò:it,ca ì:it û:fr î:fr,ro â:fr,pt,ro œ:fr ô:fr,pt,sk"
                    + " å:sv,da,no ø:da,no æ:da,no ł:pl ą:pl,lt ę:pl,lt ś:pl ź:pl ż:pl ć:pl,hr ń:pl ř:cs ě:cs ů:cs ď:cs,sk ť:cs,sk"
                    + " ň:cs,sk ľ:sk ĺ:sk ŕ:sk č:cs,sk,hr,sl,lt,lv š:cs,sk,hr,sl,lt,lv ž:cs,sk,hr,sl,lt,lv ý:cs,sk đ:hr ő:hu ű:hu"
                    + " ă:ro ș:ro ț:ro ţ:ro ş:tr,ro ğ:tr ı:tr ė:lt į:lt ų:lt ū:lt,lv ā:lv ē:lv ī:lv ķ:lv ļ:lv ņ:lv ģ:lv"
                    + " á:es,pt,cs,sk,hu ó:es,pt,pl,sk,hu ú:es,pt,cs,sk,hu í:es,pt,cs,sk,hu é:fr,es,pt,cs,sk,hu";

    /** What a letter says that all languages write. */
    static final int[] NOTHING = {};

    private static final char FIRST = '\u00a1';
    private static final Map<Character, int[]> LANGUAGES = byLetter();

    private SpecialLetters() {}

    private static Map<Character, int[]> byLetter() {
        Map<Character, List<String>> languages = new HashMap<>();
        for (String entry : TABLE.split(" ", -1)) {
            languages
                    .computeIfAbsent(entry.charAt(0), key -> new ArrayList<>())
                    .addAll(List.of(entry.substring(2).split(",", -1)));
        }
        Map<Character, int[]> signs = new HashMap<>();
        languages.forEach((letter, found) -> signs.put(letter, LanguageScores.sign(found)));
        return Map.copyOf(signs);
    }

    /** The languages that write a lower-case letter; none for one that says nothing. */
    static int[] languagesOf(char letter) {
        return letter < FIRST ? NOTHING : LANGUAGES.getOrDefault(letter, NOTHING);
    }
}
