package dev.serai.strategy;

import dev.serai.files.Entries;
import dev.serai.files.StepDefinition;
import dev.serai.interaction.Contact;
import dev.serai.lookup.NamedQuery;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the `:names` of a query stand for: the step's `parameters`, fields of the interaction, `userData.<key>`. */
public final class LookupValues {
    private static final String USER_DATA = "userData.";
    private static final Map<String, Function<StrategyBody, @Nullable Object>> FIELDS = Map.ofEntries(
            Map.entry("id", StrategyBody::getId),
            Map.entry("kind", StrategyBody::getKind),
            Map.entry("subject", StrategyBody::getSubject),
            Map.entry("fromAddress", StrategyBody::getFromAddress),
            Map.entry("messageId", StrategyBody::getMessageId),
            Map.entry("language", StrategyBody::getLanguage),
            Map.entry("capturePoint", StrategyBody::getCapturePoint),
            Map.entry("mediaType", StrategyBody::getMediaType),
            Map.entry("type", StrategyBody::getType),
            Map.entry("subtype", StrategyBody::getSubtype),
            Map.entry("externalId", StrategyBody::getExternalId),
            Map.entry("threadId", StrategyBody::getThreadId),
            Map.entry("receivedAt", StrategyBody::getReceivedAt),
            Map.entry("priority", StrategyBody::getPriority),
            Map.entry("contactId", LookupValues::contact));

    private LookupValues() {}

    /** The names that every query may use besides `userData.<key>`. */
    public static Set<String> fields() {
        return FIELDS.keySet();
    }

    /** The names that a step's `parameters` add; a line that is none is {@link IllegalArgumentException}. */
    public static Map<String, String> given(StepDefinition step) {
        return step.find("parameters").map(Entries::of).orElse(Map.of());
    }

    /** All names that a query of this step may use, for messages. */
    public static Set<String> known(StepDefinition step) {
        Set<String> known = new TreeSet<>(FIELDS.keySet());
        known.addAll(given(step).keySet());
        return known;
    }

    /** Whether a name means something in a step. */
    public static boolean isKnown(StepDefinition step, String name) {
        return name.startsWith(USER_DATA) || known(step).contains(name);
    }

    static Map<String, @Nullable Object> of(Action.Step step, NamedQuery query) {
        Map<String, String> given = given(step.definition());
        StrategyBody body = new StrategyBody(step.run());
        Map<String, @Nullable Object> values = new HashMap<>();
        for (String name : query.names()) {
            values.put(name, value(step, given.get(name), name, body));
        }
        return values;
    }

    private static @Nullable Object value(Action.Step step, @Nullable String given, String name, StrategyBody body) {
        if (given != null) {
            return step.value(given);
        }
        if (name.startsWith(USER_DATA)) {
            return step.run().userData().get(name.substring(USER_DATA.length()));
        }
        Function<StrategyBody, @Nullable Object> field = FIELDS.get(name);
        if (field == null) {
            throw new IllegalArgumentException("the query's parameter :" + name + " means nothing here");
        }
        return field.apply(body);
    }

    private static @Nullable Object contact(StrategyBody body) {
        Contact contact = body.getContact();
        return contact == null ? null : contact.id().value();
    }
}
