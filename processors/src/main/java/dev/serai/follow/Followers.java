package dev.serai.follow;

import dev.serai.store.FollowerTable.Cursor;
import dev.serai.store.Roles;
import dev.serai.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All followers of the log in this process. */
public final class Followers implements AutoCloseable {
    private final Store store;
    private final Roles roles;
    private final Map<String, Sink> sinks = new LinkedHashMap<>();
    private final List<Follower> followers = new ArrayList<>();

    public Followers(Store store, Roles roles) {
        this.store = store;
        this.roles = roles;
    }

    /** To be called before {@link #start}. */
    public Followers add(Sink sink, Beginning beginning) {
        sinks.put(sink.name(), sink);
        followers.add(new Follower(store, roles, sink, beginning));
        return this;
    }

    /**
     * Forgets the place of a follower that no node has any more; while one has it, nothing happens. Otherwise a place
     * that nobody moves would keep old events for ever.
     */
    public Followers without(String name) {
        boolean known = store.read(tx -> tx.followers().find(name)).isPresent();
        if (known && roles.hold(Follower.role(name), java.time.Duration.ofSeconds(1))) {
            store.transact(tx -> {
                tx.followers().forget(name);
                return true;
            });
        }
        return this;
    }

    public void start() {
        followers.forEach(Follower::start);
    }

    /** How each gets on, whichever node it is on. */
    public List<Standing> standings() {
        return store.read(tx -> {
            long head = tx.stream().extent().head();
            return tx.followers().all().stream()
                    .map(cursor -> Standing.of(cursor, head, advice(cursor)))
                    .toList();
        });
    }

    private String advice(Cursor cursor) {
        return Optional.ofNullable(sinks.get(cursor.name()))
                .map(Sink::advice)
                .orElse("The nodes of this hub have different settings; give all of them the same");
    }

    @Override
    public void close() {
        followers.forEach(Follower::close);
    }
}
