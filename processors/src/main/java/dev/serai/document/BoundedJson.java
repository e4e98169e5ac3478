package dev.serai.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A parser of a document in JSON that counts, and stops at what is too much. */
final class BoundedJson extends JsonParserDelegate {
    private final Bounds bounds = new Bounds();
    /** How deep operations are: 1 within an array, else 0. */
    private int level = -1;

    BoundedJson(JsonParser parser) {
        super(parser);
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        if (token != null && token != JsonToken.FIELD_NAME) {
            count(token);
        }
        return token;
    }

    private void count(JsonToken token) {
        if (token.isStructEnd()) {
            bounds.leave();
        } else if (level < 0) {
            begin(token);
        } else {
            next(bounds.depth());
            enter(token);
        }
    }

    private void begin(JsonToken token) {
        level = token == JsonToken.START_ARRAY ? 1 : 0;
        if (level == 0) {
            bounds.operation();
        }
        enter(token);
    }

    private void next(int depth) {
        if (depth == level) {
            bounds.operation();
        } else {
            bounds.value();
        }
    }

    private void enter(JsonToken token) {
        if (token.isStructStart()) {
            bounds.enter();
        }
    }
}
