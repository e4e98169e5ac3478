package dev.serai.transform.charset;

import dev.serai.mime.CharsetAdvice;
import dev.serai.transform.TransformerConfig;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What may be set for {@code type: charset}.
 *
 * @param advice what bytes without a label are, and which labels count as none
 * @param from domains or addresses of senders whom it is about, in lower-case; empty for all
 */
record CharsetConfig(CharsetAdvice advice, List<String> from) {

    static CharsetConfig of(TransformerConfig config) {
        String name = config.required("assume");
        Charset assumed = name.isEmpty() ? null : CharsetAdvice.charset(name);
        if (assumed == null && !name.isEmpty()) {
            config.reject("assume", "assume is '" + name + "'; expected a charset, such as windows-1251");
        }
        return new CharsetConfig(
                new CharsetAdvice(assumed, Set.copyOf(lower(config.texts("instead", List.of())))),
                lower(config.texts("from", List.of())));
    }

    private static List<String> lower(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }
}
