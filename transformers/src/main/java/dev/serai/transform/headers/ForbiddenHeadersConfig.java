package dev.serai.transform.headers;

import dev.serai.transform.TransformerConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What may be set for {@code type: forbidden-headers}.
 *
 * @param names what never leaves
 */
record ForbiddenHeadersConfig(HeaderNames names) {
    /** Traces of how a mail came, who else got it, what it was read and written with, and names of ours. */
    static final List<String> DEFAULT = List.of(
            "Bcc",
            "Resent-Bcc",
            "Return-Path",
            "Received",
            "Received-SPF",
            "Delivered-To",
            "Envelope-To",
            "X-Original-To",
            "X-Envelope-*",
            "X-Originating-*",
            "X-Internal-*",
            "X-Mailer",
            "User-Agent",
            "Authentication-Results",
            "DKIM-Signature",
            "DomainKey-Signature",
            "ARC-*",
            "X-Spam-*",
            "X-MS-Exchange-*",
            "Status",
            "X-Status",
            "X-UIDL",
            "X-Mozilla-*",
            "Serai*",
            "Camel*",
            "JMS*",
            "mail.*");

    /** What a mail is read by, threaded by, and known as automatic by (RFC 3834 section 5). */
    private static final Set<String> NEEDED = Set.of(
            "From",
            "To",
            "Cc",
            "Subject",
            "Date",
            "Message-ID",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
            "Auto-Submitted");

    static ForbiddenHeadersConfig of(TransformerConfig config) {
        List<String> all = new ArrayList<>(names(config, "headers", DEFAULT));
        all.addAll(names(config, "also", List.of()));
        return new ForbiddenHeadersConfig(HeaderNames.of(all));
    }

    private static List<String> names(TransformerConfig config, String key, List<String> otherwise) {
        List<String> names = config.texts(key, otherwise);
        for (String name : names) {
            if (!name.matches("[!-)+-9;-~]+\\*?")) {
                config.reject(
                        key,
                        key + " has '" + name + "'; expected a header's name, with * at its end for all that begin so");
            } else {
                NEEDED.stream()
                        .filter(HeaderNames.of(List.of(name))::contains)
                        .findFirst()
                        .ifPresent(needed ->
                                config.reject(key, key + " has '" + name + "'; no mail can leave without " + needed));
            }
        }
        return names;
    }
}
