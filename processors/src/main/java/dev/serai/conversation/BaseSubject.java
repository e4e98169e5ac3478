package dev.serai.conversation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a subject is about, for comparing (RFC 5256 section 2.1): without the marks of answers and forwards in the languages
 * that mail programs write them in, without the labels of lists in brackets, without tokens of ours.
 */
final class BaseSubject {
    private static final String WORDS = String.join(
            "|",
            "re", // Latin, and most programs
            "fwd?",
            "aw|wg", // German
            "sv|vs|vb|vl", // Scandinavian, Finnish
            "antw|doorst|betr", // Dutch
            "r[ée]f|tr", // French
            "rv|res|enc|ref", // Spanish, Portuguese
            "r|i|rif|inoltra", // Italian
            "odp|pd", // Polish, Czech
            "ynt|i̇?lt", // Turkish
            "vá|továbbítás", // Hungarian
            "răsp|redirecționat", // Romanian
            "ats|atb|ed|fs|bls|trs", // Baltic, Icelandic, Indonesian
            "απ|σχετ|πρθ", // Greek
            "на|отв|ответ|пересл|fw", // Slavic in Cyrillic
            "תגובה|הועבר|رد|إعادة توجيه", // Hebrew, Arabic
            "回复|回覆|答复|答覆|转发|轉寄|返信|転送|회신|답장|전달",
            "trả lời|chuyển tiếp");
    private static final Pattern LEADING = Pattern.compile(
            "(?iu)^(?:\\s*(?:" + WORDS + ")\\s*(?:[\\[(^]?\\d+[\\])]?)?\\s*(?:\\[[^\\[\\]]*]\\s*)?[:：]\\s*)");
    private static final Pattern LABEL = Pattern.compile("^\\s*\\[[^\\[\\]]*]\\s*");
    private static final Pattern TRAILING = Pattern.compile("(?i)\\s*\\(fwd\\)\\s*$");
    private static final Pattern WRAPPED = Pattern.compile("(?i)^\\[fwd?:\\s*(.*)]$");
    private static final Pattern TOKEN = Pattern.compile("(?i)\\s*\\[#[a-z2-7]{42}]\\s*");
    private static final int LONGEST = 1000;

    private BaseSubject() {}

    /** In lower case; empty where nothing is left. */
    static String of(@Nullable String subject) {
        String text = subject == null ? "" : subject;
        text = Normalizer.normalize(text.substring(0, Math.min(LONGEST, text.length())), Normalizer.Form.NFKC);
        text = TOKEN.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
        for (String before = ""; !before.equals(text); ) {
            before = text;
            text = once(text);
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static String once(String text) {
        String shorter = TRAILING.matcher(text).replaceFirst("");
        shorter = LEADING.matcher(shorter).replaceFirst("");
        String unlabelled = LABEL.matcher(shorter).replaceFirst("");
        shorter = unlabelled.isEmpty() ? shorter : unlabelled;
        return WRAPPED.matcher(shorter).replaceFirst("$1").strip();
    }
}
