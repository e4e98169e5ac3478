package dev.serai.transform.headers;

import dev.serai.transform.Direction;
import dev.serai.transform.Transformer;
import dev.serai.transform.TransformerConfig;
import dev.serai.transform.TransformerFactory;
import java.util.Set;

/** Built-in type {@code forbidden-headers}, for mail on its way out. */
public final class ForbiddenHeadersFactory implements TransformerFactory {

    @Override
    public String type() {
        return "forbidden-headers";
    }

    @Override
    public Set<Direction> directions() {
        return Set.of(Direction.OUTBOUND);
    }

    @Override
    public Transformer create(TransformerConfig config) {
        return new ForbiddenHeaders(ForbiddenHeadersConfig.of(config).names());
    }
}
