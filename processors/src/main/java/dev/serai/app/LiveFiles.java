package dev.serai.app;

import dev.serai.files.Generation;
import dev.serai.live.Generations;
import dev.serai.live.RefusedException;
import dev.serai.live.Standing;
import dev.serai.live.Watcher;
import dev.serai.rest.Edits;
import dev.serai.rest.LiveConfig;
import dev.serai.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What REST sees of the live files: nothing before the first are live. */
final class LiveFiles implements Edits {
    private static final String SETTINGS = "config/application.properties";
    private static final String API = "routes/api/";

    private volatile @Nullable Generations generations;
    private volatile @Nullable Watcher watcher;
    private volatile Map<String, String> api = Map.of();
    private volatile @Nullable Compared compared;

    /** Whether the API of a set differs from that of the start. */
    private record Compared(Generation generation, boolean differs) {}

    /** From now on these. */
    void are(Generations begun, Watcher watching) {
        watcher = watching;
        api = api(begun.standing());
        generations = begun;
    }

    LiveConfig now() {
        return view(begun().standing());
    }

    @Override
    public LiveConfig apply(String actor) throws RefusedException {
        return view(begun().apply(actor));
    }

    @Override
    public Optional<LiveConfig> activate(String id, String actor) throws RefusedException {
        return begun().activate(id, actor).map(this::view);
    }

    private Generations begun() {
        Generations known = generations;
        if (known == null) {
            throw new StoreException.Unavailable(
                    "the hub is starting, no files are live yet", new HubException("starting"));
        }
        return known;
    }

    private LiveConfig view(Standing standing) {
        return new LiveConfig(
                standing.generation(),
                standing.life(),
                standing.rejected(),
                standing.warnings(),
                atNextStart(standing),
                begun().checkingSince().orElse(null));
    }

    /** What was edited and is read at start only. */
    private List<String> atNextStart(Standing standing) {
        Watcher watching = watcher;
        List<String> later = new ArrayList<>();
        if (watching != null && watching.hasNewSettings()) {
            later.add(SETTINGS);
        }
        if (differs(standing)) {
            later.add(API);
        }
        return later;
    }

    /** Asked by every request, so it is compared once for each set. */
    private boolean differs(Standing standing) {
        Compared last = compared;
        if (last == null || last.generation() != standing.generation()) {
            last = new Compared(standing.generation(), !api.equals(api(standing)));
            compared = last;
        }
        return last.differs();
    }

    private static Map<String, String> api(Standing standing) {
        return standing.generation().files().texts(API, ".yaml");
    }
}
