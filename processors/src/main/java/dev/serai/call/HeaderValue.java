package dev.serai.call;

import dev.serai.files.Secret;
import dev.serai.files.SecretMissing;
import java.util.List;

/** The value of a header: texts, and secrets that are read when it is sent. Its text form tells no secret. */
public record HeaderValue(List<Piece> pieces) {
    /** Keeps a copy. */
    public HeaderValue {
        pieces = List.copyOf(pieces);
    }

    /** A part of it. */
    public sealed interface Piece {}

    /** As it is. */
    public record Text(String text) implements Piece {}

    /** Looked up. */
    public record Reference(Secret secret) implements Piece {}

    /** Without secrets. */
    public static HeaderValue of(String text) {
        return new HeaderValue(List.of(new Text(text)));
    }

    /** @throws SecretMissing when one is not there */
    String resolve() {
        StringBuilder value = new StringBuilder();
        for (Piece piece : pieces) {
            value.append(
                    piece instanceof Reference reference ? reference.secret().resolve() : ((Text) piece).text());
        }
        return value.toString();
    }
}
