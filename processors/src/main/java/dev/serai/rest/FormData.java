package dev.serai.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.interaction.Json;
import dev.serai.operation.FileName;
import dev.serai.operation.JsonFields;
import dev.serai.operation.SubmittedFile;
import dev.serai.store.RawContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/** A form that submits an interaction: a field `interaction` of JSON or plain fields, and files. */
final class FormData {
    /** Bytes of all fields that are no files; longer texts belong into a file. */
    static final long MOST_FIELDS = 1 << 20;

    private static final String WHOLE = "interaction";
    private static final String USER_DATA = "userData.";
    private static final Set<String> NUMBERS = Set.of("priority");
    private static final Set<String> LISTS = Set.of("to", "cc");

    private final RawContent body;
    private final ObjectNode fields = Json.MAPPER.createObjectNode();
    private final List<SubmittedFile> files = new ArrayList<>();
    private String whole = "";

    private FormData(RawContent body) {
        this.body = body;
    }

    /**
     * Reads a form.
     *
     * @param room whether there is memory for so many bytes of fields
     * @throws ApiException when it is none
     */
    static FormData read(ApiRequest request, LongPredicate room) throws IOException {
        FormData form = new FormData(request.content());
        List<FormPart> parts = FormReader.read(request.header("Content-Type"), request.content());
        long length = parts.stream()
                .filter(part -> !part.isFile())
                .mapToLong(FormPart::length)
                .sum();
        if (length > MOST_FIELDS) {
            throw new ApiException(
                    ProblemCode.TOO_LARGE,
                    "the fields of the form have " + length + " bytes; expected at most " + MOST_FIELDS
                            + ", longer texts as a file");
        }
        if (!room.test(length)) {
            throw new Overloaded("too many large requests are being read");
        }
        for (FormPart part : parts) {
            if (part.isFile()) {
                form.file(part);
            } else {
                form.field(part);
            }
        }
        return form;
    }

    /** What it submits. */
    JsonFields json() {
        if (whole.isEmpty()) {
            return JsonFields.of(fields);
        }
        if (!fields.isEmpty()) {
            String other = fields.fieldNames().next();
            throw FormReader.malformed(
                    "beside the field " + WHOLE + " stands the field " + other + "; expected one of them");
        }
        return JsonFields.parse(whole);
    }

    List<SubmittedFile> files() {
        return List.copyOf(files);
    }

    /** Tells the same form from another, whatever boundary it has this time. */
    String digest() {
        MessageDigest digest = RawContent.digest();
        digest.update((whole + "\n" + Json.write(fields)).getBytes(StandardCharsets.UTF_8));
        files.forEach(file -> digest.update(("\n" + file.info().name() + "\n"
                        + file.info().contentType() + "\n" + file.info().sha256())
                .getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private void file(FormPart part) throws IOException {
        boolean unused = part.length() == 0 && "".equals(part.fileName());
        if (!unused) {
            RawContent.Opener opener = () -> body.open(part.from(), part.length());
            String name = FileName.of(part.fileName() == null ? "" : part.fileName());
            files.add(SubmittedFile.of(name, part.contentType(), part.length(), opener));
        }
    }

    private void field(FormPart part) throws IOException {
        String text = text(part);
        String name = part.name();
        if (name.equals(WHOLE)) {
            whole = text;
        } else if (name.startsWith(USER_DATA)) {
            fields.withObject("/userData").put(name.substring(USER_DATA.length()), text);
        } else if (LISTS.contains(name)) {
            fields.withArray("/" + name).add(text);
        } else if (fields.has(name)) {
            throw FormReader.malformed("the field " + name + " is there twice");
        } else if (NUMBERS.contains(name) && text.matches("-?\\d{1,9}")) {
            fields.put(name, Integer.parseInt(text));
        } else {
            fields.put(name, text);
        }
    }

    private String text(FormPart part) throws IOException {
        try (InputStream in = body.open(part.from(), part.length())) {
            return ApiRequest.utf8(in.readAllBytes());
        }
    }
}
