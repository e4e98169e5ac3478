package dev.serai.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines that mail programs add of their own. */
final class Footers {
    private static final int LONGEST = 300;
    private static final int LONGEST_WORDS = 75;
    private static final Pattern LINK = Pattern.compile("<[^<>]*>|https?://\\S+");

    private static final List<String> STARTS = List.of(
            "sent from my ",
            "sent from mail for ",
            "sent from outlook",
            "sent from yahoo",
            "sent from samsung",
            "sent from a ",
            "sent from an ",
            "sent from the ",
            "sent from proton",
            "sent from gmail",
            "sent from windows mail",
            "sent via ",
            "sent with ",
            "sent using ",
            "get outlook for ",
            "get bluemail for ",
            "download mail.ru",
            "gesendet von ",
            "gesendet mit ",
            "gesendet über ",
            "gesendet aus ",
            "diese nachricht wurde von meinem ",
            "outlook für ",
            "holen sie sich outlook ",
            "envoyé de mon ",
            "envoyé depuis ",
            "envoyé à partir de ",
            "envoyé avec ",
            "télécharger outlook ",
            "obtenez outlook ",
            "provenance : courrier pour ",
            "enviado desde ",
            "enviado con ",
            "obtener outlook para ",
            "inviato da ",
            "inviato dal ",
            "inviato con ",
            "scarica outlook ",
            "ottieni outlook ",
            "verstuurd vanaf ",
            "verzonden vanaf ",
            "verzonden met ",
            "verstuurd met ",
            "outlook voor ",
            "enviado do ",
            "enviado de ",
            "enviado a partir ",
            "obter o outlook ",
            "skickat från ",
            "hämta outlook ",
            "sendt fra ",
            "sendt med ",
            "hent outlook ",
            "få outlook ",
            "lähetetty ",
            "wysłane z ",
            "wysłano z ",
            "pobierz outlook",
            "odesláno z",
            "odoslané z",
            "trimis de pe ",
            "elküldve a",
            "iphone-umdan gönderildi",
            "отправлено с ",
            "отправлено из ",
            "надіслано з ",
            "发自我的",
            "发自 ",
            "傳送自",
            "從我的");
    private static final List<String> ENDS = List.of("から送信", "에서 보냄", "gönderildi", "gönderildi.", "에서 전송함");
    private static final List<String> DEVICES = List.of(
            "iphone",
            "ipad",
            "android",
            "samsung",
            "galaxy",
            "huawei",
            "xiaomi",
            "handy",
            "smartphone",
            "outlook",
            "blackberry",
            "mobile",
            "mobil",
            "telefon",
            "gmx",
            "web.de",
            "yahoo",
            "proton",
            "mail",
            "windows",
            "ios",
            "nokia",
            "tablet",
            "pixel",
            "sony",
            "lg",
            "bluemail",
            "aquamail",
            "spark",
            "hey",
            "telekom",
            "apple",
            "mac");

    /** Links in front or behind are left out before a line is compared. */
    private static final String FIRST = letters(STARTS.stream().map(start -> start.charAt(0))) + "v<h";

    private static final String LAST = letters(ENDS.stream().map(end -> end.charAt(end.length() - 1))) + ">";

    private Footers() {}

    static boolean isOne(String line) {
        if (line.length() > LONGEST || line.isBlank() || !mayBeOne(line)) {
            return false;
        }
        String lower = LINK.matcher(line.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        if (lower.length() > LONGEST_WORDS) {
            return false;
        }
        boolean framed = STARTS.stream().anyMatch(lower::startsWith)
                || (lower.startsWith("von mein") && lower.contains("gesendet"))
                || ENDS.stream().anyMatch(lower::endsWith);
        return framed && DEVICES.stream().anyMatch(lower::contains);
    }

    /** By the first and the last letter, which rule out nearly all lines. */
    private static boolean mayBeOne(String line) {
        String stripped = line.strip();
        char last = Character.toLowerCase(stripped.charAt(stripped.length() - 1));
        return FIRST.indexOf(Character.toLowerCase(stripped.charAt(0))) >= 0 || LAST.indexOf(last) >= 0;
    }

    private static String letters(Stream<Character> some) {
        return some.distinct().map(String::valueOf).collect(Collectors.joining());
    }
}
