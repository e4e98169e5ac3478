package dev.serai.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.serai.interaction.Json;
import dev.serai.scaffold.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A schema of {@code docs/schemas/}. */
public final class EditorSchema {
    private static final Set<Format> WITH_TEXT = Set.of(Format.RESPONSE, Format.LAYOUT, Format.SIGNATURE);

    static final Path CHECKOUT = Path.of(System.getProperty("serai.home"));

    private final JsonNode document;
    private final Schema schema;

    private EditorSchema(JsonNode document) {
        this.document = document;
        this.schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(document);
    }

    public static EditorSchema of(Format format) {
        try {
            return new EditorSchema(
                    Json.MAPPER.readTree(Files.readString(CHECKOUT.resolve("docs/schemas/" + format.schema()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    /** What does not fit, each with its place in the file. */
    public List<String> errors(JsonNode file) {
        return schema.validate(file).stream().map(Object::toString).toList();
    }

    /** What does not fit in a file as it stands on disk. */
    public List<String> errors(Format format, String text) {
        return errors(parsed(WITH_TEXT.contains(format) ? text.split("(?m)^---$", 3)[1] : text));
    }

    private static JsonNode parsed(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        return Json.MAPPER.valueToTree(new Load(settings).loadFromString(yaml));
    }
}
