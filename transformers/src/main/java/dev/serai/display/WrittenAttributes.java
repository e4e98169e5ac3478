package dev.serai.display;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Which attributes a mail may have, and with which values. */
final class WrittenAttributes {
    private static final Set<String> NAMES = words(
            "abbr align alt background bgcolor border bordercolor cellpadding cellspacing charset cite class clear color"
                    + " cols colspan content datetime dir face headers height href hspace http-equiv id lang leftmargin link"
                    + " marginheight marginwidth media name noshade nowrap rel reversed role rowspan rules scope size span src"
                    + " start style summary tabindex target text title topmargin type valign value vlink alink vspace width"
                    + " wrap xmlns apple-inline moz-do-not-send itemscope itemprop itemtype");
    private static final Pattern FAMILIES =
            Pattern.compile("(?:data|aria|x-apple)-[\\w.:-]+|xmlns:\\w+|(?:o|v|w|m):(?!on)[a-z]+");
    /** Of elements of Word and Outlook, which have far more. */
    private static final Pattern OFFICE = Pattern.compile("(?!on|datasrc|datafld)[a-z][a-z0-9:-]*");

    private static final Set<String> LINKS = words("href src background cite");
    private static final Set<String> SCHEMES = words("http https mailto tel cid mid");
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*(?=:)");
    private static final Pattern SCRIPT = Pattern.compile("(?:java|vb|live)script:.*|data:.*", Pattern.DOTALL);
    private static final Pattern PICTURE = Pattern.compile("data:image/(png|gif|jpe?g|webp)[;,].*", Pattern.DOTALL);
    /** Which Windows opens as a share of another machine, with the reader's name and password. */
    private static final Pattern SHARE = Pattern.compile("\\\\[\\\\/].*|/\\\\.*", Pattern.DOTALL);

    private WrittenAttributes() {}

    static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    /** The name of what is wrong, if it must go. */
    static Optional<String> fault(Element element, Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        return mayStay(element, name, attribute.getValue())
                ? Optional.empty()
                : Optional.of(name + (LINKS.contains(name) ? " of <" + element.normalName() + ">" : ""));
    }

    private static boolean mayStay(Element element, String name, String value) {
        if (LINKS.contains(name)) {
            return isHarmless(element, bare(value));
        } else if (name.equals("style")) {
            return !WrittenStyle.isActive(value);
        } else if (NAMES.contains(name) || FAMILIES.matcher(name).matches()) {
            return true;
        }
        return element.normalName().contains(":")
                && OFFICE.matcher(name).matches()
                && !SCRIPT.matcher(bare(value)).matches();
    }

    /** A reader passes over blanks and control characters within a scheme. */
    private static String bare(String link) {
        return link.replaceAll("[\\p{Cntrl}\\s]", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isHarmless(Element element, String link) {
        var scheme = SCHEME.matcher(link);
        if (!scheme.lookingAt()) {
            return !SHARE.matcher(link).matches();
        }
        return SCHEMES.contains(scheme.group())
                || (element.nameIs("img") && PICTURE.matcher(link).matches());
    }
}
