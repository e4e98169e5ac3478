package dev.serai.rest;

import dev.serai.operation.Refusal.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * How the texts of a form are written: as its field `_charset_` says (HTML, section 4.10.22.3), else in UTF-8, and where
 * they are none in windows-1252, in which old pages send them.
 */
final class FormCharset {
    static final String FIELD = "_charset_";

    private FormCharset() {}

    /**
     * What a form says of itself.
     *
     * @param name empty when it says nothing
     * @throws ApiException when nobody knows it
     */
    static Charset of(String name) {
        try {
            return name.isBlank() ? StandardCharsets.UTF_8 : Charset.forName(name.strip());
        } catch (IllegalArgumentException unknown) {
            String detail = "is no charset that is known here; expected UTF-8";
            throw new ApiException(ProblemCode.INVALID_REQUEST, FIELD + " " + detail, new Fault("/" + FIELD, detail));
        }
    }

    static String text(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
