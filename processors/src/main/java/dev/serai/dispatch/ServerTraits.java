package dev.serai.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server says of itself once a connection is protected (RFC 5321, section 4.1.1.1).
 *
 * @param tls the version, such as `TLSv1.3`; null without protection
 * @param auth the mechanisms of a login
 * @param mostOctets of a mail (RFC 1870); 0 when it does not say
 */
public record ServerTraits(@Nullable String tls, List<String> auth, long mostOctets) {
    public ServerTraits {
        auth = List.copyOf(auth);
    }

    /** In words. */
    public String words() {
        List<String> words = new ArrayList<>();
        words.add(tls == null ? "no TLS" : tls);
        words.add(auth.isEmpty() ? "no AUTH" : "AUTH " + String.join(" ", auth));
        words.add(mostOctets == 0 ? "no SIZE" : String.format(Locale.ROOT, "SIZE %,d", mostOctets));
        return String.join(", ", words);
    }
}
