package dev.serai.strategy;

import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the event of a decision tells about automatic replies; what is not known is absent. */
final class ReplyTrace {
    private ReplyTrace() {}

    static List<Map<String, String>> made(List<OutboundDraft> drafts) {
        return drafts.stream().map(ReplyTrace::made).toList();
    }

    static List<Map<String, String>> leftOut(List<Suppressed> suppressed) {
        return suppressed.stream().map(ReplyTrace::leftOut).toList();
    }

    /** Whom a draft goes to, as text. */
    static String addressees(OutboundDraft draft) {
        return draft.to().stream().map(Party::address).collect(Collectors.joining(", "));
    }

    private static Map<String, String> made(OutboundDraft draft) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("kind", draft.kind().word());
        told.put("to", addressees(draft));
        told.put("subject", draft.subject());
        put(told, "response", draft.response());
        put(told, "language", draft.language());
        return told;
    }

    private static Map<String, String> leftOut(Suppressed one) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("kind", one.kind().word());
        put(told, "to", one.to());
        told.put("response", one.response());
        told.put("reason", one.why().reason().word());
        told.put("because", one.why().sentence());
        return told;
    }

    private static void put(Map<String, String> told, String key, @Nullable String value) {
        if (value != null) {
            told.put(key, value);
        }
    }
}
