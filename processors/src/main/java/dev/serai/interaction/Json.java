package dev.serai.interaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The one way that the hub writes and reads JSON: absent instead of null, times as RFC 3339 text. */
public final class Json {
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(new CleanStrings())
                    .addKeySerializer(String.class, new CleanKeys()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private static final ObjectReader STRICT = MAPPER.readerFor(JsonNode.class)
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private Json() {}

    /** No NUL and no half surrogate ever gets into stored or sent JSON, escaped or not. */
    private static final class CleanStrings extends StdScalarSerializer<String> {
        private static final long serialVersionUID = 1L;

        CleanStrings() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(CleanText.of(value));
        }
    }

    /** As {@link CleanStrings}, of names. */
    private static final class CleanKeys extends StdScalarSerializer<String> {
        private static final long serialVersionUID = 1L;

        CleanKeys() {
            super(String.class);
        }

        @Override
        public void serialize(String name, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeFieldName(CleanText.of(name));
        }
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), impossible);
        }
    }

    /** @throws IllegalArgumentException when the text is no JSON of that type */
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException(
                    "not JSON of " + type.getSimpleName() + ": " + bad.getOriginalMessage(), bad);
        }
    }

    /**
     * What somebody outside wrote. A field that is there twice is refused, for one of the two would be left out in silence.
     *
     * @throws FieldTwice when an object has a field twice
     * @throws JsonProcessingException when it is no JSON, or more than one value
     */
    public static JsonNode tree(String text) throws JsonProcessingException {
        return tree(text, parser -> parser);
    }

    /** As {@link #tree(String)}, read through a parser around the strict one, which may stop at what is too much. */
    public static JsonNode tree(String text, UnaryOperator<JsonParser> around) throws JsonProcessingException {
        try (JsonParser parser = around.apply(STRICT.createParser(text))) {
            return STRICT.readTree(parser);
        } catch (JsonParseException bad) {
            throw FieldTwice.or(bad);
        } catch (JsonProcessingException bad) {
            throw bad;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** An object with a field that is there twice. */
    public static final class FieldTwice extends JsonProcessingException {
        private static final long serialVersionUID = 1L;
        private static final String DUPLICATE = "Duplicate field";
        private final String pointer;

        private FieldTwice(String pointer, JsonParseException bad) {
            super(bad.getOriginalMessage(), bad.getLocation(), bad);
            this.pointer = pointer;
        }

        private static JsonProcessingException or(JsonParseException bad) {
            JsonParser parser = bad.getProcessor();
            return parser != null && bad.getOriginalMessage().startsWith(DUPLICATE)
                    ? new FieldTwice(parser.getParsingContext().pathAsPointer().toString(), bad)
                    : bad;
        }

        /** Where it is, as a JSON pointer (RFC 6901). */
        public String pointer() {
            return pointer;
        }

        /** What is wrong with it. */
        public String detail() {
            return "is there twice; expected it once, for only one of the two could count";
        }
    }

    /** What is wrong with a text and where, without what the parser says of itself. */
    public static String complaint(JsonProcessingException bad) {
        var at = bad.getLocation();
        return bad.getOriginalMessage().replaceAll(" \\(start marker at \\[[^\\]]*\\]\\)", "")
                + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")");
    }

    /** @throws IllegalArgumentException when the text is no JSON object */
    public static Map<String, Object> readObject(String text) {
        try {
            return MAPPER.readValue(text, OBJECT);
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException("not a JSON object: " + bad.getOriginalMessage(), bad);
        }
    }
}
