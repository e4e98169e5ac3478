package dev.serai.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.serai.interaction.Json;
import java.util.List;

/** The recipients of a dispatch as the one JSON text that its row holds. */
final class Recipients {
    private static final ObjectReader READER = Json.MAPPER.readerFor(new TypeReference<List<Recipient>>() {});

    private Recipients() {}

    static String write(List<Recipient> recipients) {
        return Json.write(recipients);
    }

    static List<Recipient> read(String text) {
        try {
            return READER.readValue(text);
        } catch (JsonProcessingException notOurs) {
            throw new StoreException("the recipients of a dispatch are no JSON list of them", notOurs);
        }
    }
}
