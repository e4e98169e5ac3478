package dev.serai.call;

import dev.serai.files.SecretMissing;
import java.net.URI;
import java.util.List;

/**
 * The address of one question. Secrets in its query are read when it is sent; its text form tells the server only.
 *
 * @param server its name, with its port where it has one
 */
public record CallAddress(String server, List<HeaderValue.Piece> pieces) {
    /** Keeps a copy. */
    public CallAddress {
        pieces = List.copyOf(pieces);
    }

    /** @throws SecretMissing when one is not there */
    URI uri() {
        StringBuilder address = new StringBuilder();
        for (HeaderValue.Piece piece : pieces) {
            address.append(
                    piece instanceof HeaderValue.Reference reference
                            ? UrlTemplate.encoded(reference.secret().resolve())
                            : ((HeaderValue.Text) piece).text());
        }
        return URI.create(address.toString());
    }

    @Override
    public String toString() {
        return server;
    }
}
