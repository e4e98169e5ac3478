package dev.serai.store;

import dev.serai.interaction.Json;
import dev.serai.store.GenerationLife.Begin;
import dev.serai.store.GenerationLife.Changes;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.StatementContext;

/** Sets of files that are or were live: their content, each piece once, and when which was live. */
public final class GenerationTable {
    private static final int DAYS = 90;
    private final Sql sql;

    GenerationTable(Sql sql) {
        this.sql = sql;
    }

    /** Keeps the content of a set; nothing when it is kept already. */
    public void store(String id, SortedMap<String, byte[]> files, Instant now) {
        guard();
        int fresh = sql.update("generation-insert")
                .bind("id", id)
                .bind("at", Sql.time(now))
                .execute();
        if (fresh == 0) {
            return;
        }
        Map<String, byte[]> byDigest = new LinkedHashMap<>();
        files.forEach((path, bytes) -> {
            RawContent content = RawContent.of(bytes);
            byDigest.put(content.sha256(), bytes);
            sql.later("generation-file-insert")
                    .bind("id", id)
                    .bind("path", path)
                    .bind("sha256", content.sha256())
                    .add();
        });
        known(byDigest.keySet()).forEach(byDigest::remove);
        byDigest.forEach(this::content);
    }

    /** The digests of a set's files by path; empty when the set is not kept. */
    public SortedMap<String, String> files(String id) {
        SortedMap<String, String> files = new TreeMap<>();
        sql.query("generation-files")
                .bind("id", id)
                .map((row, context) -> Map.entry(row.getString("path"), row.getString("sha256")))
                .forEach(file -> files.put(file.getKey(), file.getValue()));
        return files;
    }

    /** The content of a set's files by path; empty when the set is not kept. */
    public SortedMap<String, byte[]> contents(String id) {
        SortedMap<String, ByteArrayOutputStream> files = new TreeMap<>();
        sql.query("generation-contents")
                .bind("id", id)
                .map((row, context) -> Map.entry(row.getString("path"), row.getBytes("bytes")))
                .forEach(piece -> files.computeIfAbsent(piece.getKey(), path -> new ByteArrayOutputStream())
                        .writeBytes(piece.getValue()));
        SortedMap<String, byte[]> contents = new TreeMap<>();
        files.forEach((path, bytes) -> contents.put(path, bytes.toByteArray()));
        return contents;
    }

    /** A set became live on a node, in place of the one that was live there. */
    public void begin(GenerationLife life) {
        guard();
        end(life.node(), life.appliedAt());
        sql.update("generation-life-insert")
                .bind("id", life.id())
                .bind("generation", life.generation())
                .bind("node", life.node())
                .bind("at", Sql.time(life.appliedAt()))
                .bind("source", life.begin().source())
                .bind("actor", life.begin().actor())
                .bind("holdsAgainst", life.holdsAgainst())
                .bind("changed", Json.write(life.changes()))
                .execute();
    }

    /** One life; waits for a transaction that is just writing it. */
    public Optional<GenerationLife> life(String id) {
        guard();
        return sql.query("generation-life")
                .bind("id", id)
                .map(GenerationTable::read)
                .findOne();
    }

    /** What is live on a node is no longer. */
    public void end(String node, Instant now) {
        sql.update("generation-life-end")
                .bind("node", node)
                .bind("at", Sql.time(now))
                .execute();
    }

    /** What is live anywhere is no longer: no other process lives. */
    public void endAll(Instant now) {
        sql.update("generation-lives-end").bind("at", Sql.time(now)).execute();
    }

    /** The node still runs what it runs. */
    public void seen(String node, Instant now) {
        sql.update("generation-life-seen")
                .bind("node", node)
                .bind("at", Sql.time(now))
                .execute();
    }

    /** The paths below a folder in the sets that nodes run which were {@link #seen} since. */
    public Set<String> livePaths(String folder, Instant since) {
        return new HashSet<>(sql.query("generation-paths-of-the-living")
                .bind("since", Sql.time(since))
                .bind("like", folder + "%")
                .mapTo(String.class)
                .list());
    }

    /** The sets whose content is kept. */
    public Set<String> kept() {
        return new HashSet<>(sql.query("generation-ids").mapTo(String.class).list());
    }

    /** The last lives of all sets, the newest first. */
    public List<GenerationLife> lives(int limit) {
        return sql.query("generation-lives")
                .bind("limit", limit)
                .map(GenerationTable::read)
                .list();
    }

    /** The last lives of one set, the newest first. */
    public List<GenerationLife> lives(String generation, int limit) {
        return sql.query("generation-lives-of")
                .bind("generation", generation)
                .bind("limit", limit)
                .map(GenerationTable::read)
                .list();
    }

    /**
     * Forgets the content of all sets but so many that were live last, those that are live, and those that were stored
     * lately. That they were live is known for {@value #DAYS} days more.
     *
     * @param before sets that were stored later and never live are on their way
     */
    public void forget(int keep, Instant before) {
        guard();
        List<String> outdated = new ArrayList<>(sql
                .query("generation-last-lives")
                .map((row, context) -> Map.entry(row.getString("generation"), row.getInt("live")))
                .stream()
                .skip(keep)
                .filter(one -> one.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList());
        outdated.addAll(sql.query("generation-never-live")
                .bind("before", Sql.time(before))
                .mapTo(String.class)
                .list());
        if (!outdated.isEmpty()) {
            for (String statement : List.of("generation-files-delete", "generation-delete")) {
                sql.update(statement).bindList("ids", outdated).execute();
            }
            sql.update("generation-contents-sweep").execute();
            sql.update("generation-lives-delete")
                    .bind("before", Sql.time(before.minus(Duration.ofDays(DAYS))))
                    .execute();
        }
    }

    private void guard() {
        sql.query("generation-guard").mapTo(Integer.class).one();
    }

    private Set<String> known(Set<String> digests) {
        return digests.isEmpty()
                ? Set.of()
                : new HashSet<>(sql.query("generation-contents-known")
                        .bindList("digests", List.copyOf(digests))
                        .mapTo(String.class)
                        .list());
    }

    /** A file without any bytes has one empty chunk, so that it is known. */
    private void content(String sha256, byte[] bytes) {
        for (int chunk = 0; chunk == 0 || chunk * RawTable.CHUNK < bytes.length; chunk++) {
            int from = chunk * RawTable.CHUNK;
            sql.update("generation-content-insert")
                    .bind("sha256", sha256)
                    .bind("chunk", chunk)
                    .bind("bytes", Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + RawTable.CHUNK)))
                    .execute();
        }
    }

    private static GenerationLife read(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return new GenerationLife(
                row.text("id"),
                row.text("generation"),
                row.text("node"),
                row.time("applied_at"),
                row.timeOrNull("replaced_at"),
                new Begin(row.text("source"), row.text("actor")),
                row.textOrNull("holds_against"),
                Optional.ofNullable(row.textOrNull("changed"))
                        .map(json -> Json.read(json, Changes.class))
                        .orElse(Changes.NONE));
    }
}
