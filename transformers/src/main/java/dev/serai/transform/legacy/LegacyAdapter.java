package dev.serai.transform.legacy;

import dev.serai.transform.Direction;
import dev.serai.transform.Transformer;
import dev.serai.transform.TransformerAdapter;
import dev.serai.transform.TransformerConfig;
import dev.serai.transform.TransformerFactory;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows classes of the older API. */
public final class LegacyAdapter implements TransformerAdapter {
    private static final String MAX_SIZE = "maxSize";
    private static final long DEFAULT_SIZE = 25L << 20;
    private static final long MOST = 1L << 30;

    @Override
    public Optional<TransformerFactory> adapt(Object made) {
        Set<Direction> directions = EnumSet.noneOf(Direction.class);
        if (made instanceof InboundMimeTransformer) {
            directions.add(Direction.INBOUND);
        }
        if (made instanceof OutboundMimeTransformer) {
            directions.add(Direction.OUTBOUND);
        }
        return directions.isEmpty() ? Optional.empty() : Optional.of(new Factory(made, directions));
    }

    @Override
    public String expected() {
        return "an InboundMimeTransformer or OutboundMimeTransformer of the older API";
    }

    private record Factory(Object legacy, Set<Direction> directions) implements TransformerFactory {
        @Override
        public String type() {
            return legacy.getClass().getName();
        }

        @Override
        public Transformer create(TransformerConfig config) {
            long maxSize = config.size(MAX_SIZE, DEFAULT_SIZE, 1, MOST);
            Map<String, String> own = new LinkedHashMap<>(config.all());
            own.remove(MAX_SIZE);
            return new LegacyTransformer(legacy, maxSize, own);
        }
    }
}
