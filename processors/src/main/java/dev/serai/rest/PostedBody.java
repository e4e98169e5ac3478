package dev.serai.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.capture.webform.FormFields;
import dev.serai.capture.webform.PostedFile;
import dev.serai.capture.webform.WebformPost;
import dev.serai.interaction.Json;
import dev.serai.operation.FileName;
import dev.serai.operation.Refusal.Fault;
import dev.serai.operation.SubmittedFile;
import dev.serai.store.RawContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;

/** Reads what a visitor posted, in any of the ways in which pages send it. Files stay in the body. */
final class PostedBody {
    static final String URL_ENCODED = "application/x-www-form-urlencoded";
    static final String FLAT = "application/json";
    static final Set<String> TYPES = Set.of(URL_ENCODED, FormReader.TYPE, FLAT);

    private final RawContent body;
    private final LongPredicate room;

    private PostedBody(RawContent body, LongPredicate room) {
        this.body = body;
        this.room = room;
    }

    /**
     * Reads it.
     *
     * @param room whether there is memory for so many bytes of fields
     * @throws ApiException when it is not well-formed
     */
    static WebformPost read(ApiRequest request, LongPredicate room) throws IOException {
        PostedBody body = new PostedBody(request.content(), room);
        return switch (request.mediaType()) {
            case URL_ENCODED -> new WebformPost(UrlEncoded.read(body.whole()), List.of());
            case FLAT -> new WebformPost(flat(body.whole()), List.of());
            default -> body.parts(Objects.requireNonNullElse(request.header("Content-Type"), ""));
        };
    }

    private byte[] whole() throws IOException {
        bound(body.size());
        try (InputStream in = body.open(0, body.size())) {
            return in.readAllBytes();
        }
    }

    private void bound(long bytes) {
        if (bytes > FormData.MOST_FIELDS) {
            throw new ApiException(
                    ProblemCode.TOO_LARGE,
                    "the fields of the form have " + bytes + " bytes; expected at most " + FormData.MOST_FIELDS
                            + ", longer texts as a file");
        }
        if (!room.test(bytes)) {
            throw new Overloaded("too many large requests are being read");
        }
    }

    private static FormFields flat(byte[] json) {
        FormFields fields = new FormFields();
        object(ApiRequest.utf8(json)).properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (!value.isValueNode()) {
                String detail = "is " + (value.isArray() ? "a list" : "an object")
                        + "; expected a text, a number, true or false";
                String pointer = "/" + field.getKey().replace("~", "~0").replace("/", "~1");
                throw new ApiException(
                        ProblemCode.INVALID_REQUEST, pointer + ": " + detail, new Fault(pointer, detail));
            }
            fields.add(field.getKey(), value.isNull() ? "" : value.asText());
        });
        return fields;
    }

    private static ObjectNode object(String json) {
        try {
            if (Json.tree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (Json.FieldTwice twice) {
            throw new ApiException(
                    ProblemCode.INVALID_REQUEST,
                    twice.pointer() + ": " + twice.detail(),
                    new Fault(twice.pointer(), twice.detail()));
        } catch (JsonProcessingException bad) {
            throw new ApiException(ProblemCode.INVALID_REQUEST, "the form is no JSON: " + Json.complaint(bad));
        }
        throw new ApiException(ProblemCode.INVALID_REQUEST, "the form is no JSON object; expected its fields by name");
    }

    private WebformPost parts(String contentType) throws IOException {
        List<FormPart> parts = FormReader.read(contentType, body);
        bound(parts.stream()
                .filter(part -> !part.isFile())
                .mapToLong(FormPart::length)
                .sum());
        Charset charset = charset(parts);
        FormFields fields = new FormFields();
        List<PostedFile> files = new ArrayList<>();
        for (FormPart part : parts) {
            if (!part.isFile()) {
                fields.add(part.name(), FormCharset.text(bytes(part), charset));
            } else if (part.length() > 0 || !"".equals(part.fileName())) {
                files.add(file(part));
            }
        }
        return new WebformPost(fields, files);
    }

    private Charset charset(List<FormPart> parts) throws IOException {
        for (FormPart part : parts) {
            if (part.name().equals(FormCharset.FIELD) && part.length() < 100) {
                return FormCharset.of(new String(bytes(part), StandardCharsets.ISO_8859_1));
            }
        }
        return StandardCharsets.UTF_8;
    }

    private PostedFile file(FormPart part) throws IOException {
        String name = FileName.of(part.fileName() == null ? "" : part.fileName());
        RawContent.Opener opener = () -> body.open(part.from(), part.length());
        return new PostedFile(part.name(), SubmittedFile.of(name, part.contentType(), part.length(), opener));
    }

    private byte[] bytes(FormPart part) throws IOException {
        try (InputStream in = body.open(part.from(), part.length())) {
            return in.readAllBytes();
        }
    }
}
