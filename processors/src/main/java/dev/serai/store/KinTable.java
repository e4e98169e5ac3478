package dev.serai.store;

import dev.serai.interaction.InteractionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a mail is known again: by its position, by its bytes, by its Message-ID, and by its content where mail counts once. */
final class KinTable {
    private final Sql sql;
    private final KinAhead ahead;

    KinTable(Sql sql, KinAhead ahead) {
        this.sql = sql;
        this.ahead = ahead;
    }

    /** What that mailbox knows of a mail already, asked in one statement. */
    Kin of(Arrival arrival) {
        return ahead.find(arrival).orElseGet(() -> kinNow(arrival));
    }

    /** The same of many mails, asked in one statement. */
    Map<Arrival, Kin> of(KinAhead.Mailbox mailbox, List<Arrival> arrivals) {
        Map<String, LedgerEntry> here = new HashMap<>();
        Map<String, LedgerEntry> bytes = new HashMap<>();
        Map<String, List<LedgerEntry>> ids = new HashMap<>();
        sql.query("ledger-kin-all")
                .bind("tenant", mailbox.tenant())
                .bind("point", mailbox.point().value())
                .bindArray("positions", String.class, texts(arrivals, Arrival::position))
                .bindArray(
                        "rawDigests",
                        String.class,
                        texts(arrivals, one -> one.raw().sha256()))
                .bindArray("messageIds", String.class, texts(arrivals, one -> LedgerRow.messageId(one.messageId())))
                .map((row, context) -> Map.entry(row.getString("kinship"), LedgerRow.read(row, context)))
                .forEach(found -> {
                    LedgerEntry entry = found.getValue();
                    switch (found.getKey()) {
                        case "position" -> here.put(entry.position(), entry);
                        case "bytes" -> bytes.put("" + entry.rawDigest(), entry);
                        default ->
                            ids.computeIfAbsent("" + entry.messageId(), any -> new ArrayList<>())
                                    .add(entry);
                    }
                });
        Map<Arrival, Kin> kin = new HashMap<>();
        for (Arrival arrival : arrivals) {
            String digest = arrival.raw().sha256();
            kin.put(
                    arrival,
                    new Kin(
                            Optional.ofNullable(here.get(arrival.position())),
                            Optional.ofNullable(bytes.get(digest)),
                            ids.getOrDefault("" + LedgerRow.messageId(arrival.messageId()), List.of()).stream()
                                    .filter(entry -> !digest.equals(entry.rawDigest()))
                                    .findFirst()));
        }
        return kin;
    }

    private static List<String> texts(List<Arrival> arrivals, Function<Arrival, @Nullable String> text) {
        return arrivals.stream().map(text).filter(Objects::nonNull).toList();
    }

    private Kin kinNow(Arrival arrival) {
        Map<String, LedgerEntry> found = new HashMap<>();
        sql.query("ledger-kin")
                .bind("tenant", arrival.tenant())
                .bind("point", arrival.point().value())
                .bind("position", arrival.position())
                .bind("rawDigest", arrival.raw().sha256())
                .bind("messageId", LedgerRow.messageId(arrival.messageId()))
                .map((row, context) -> Map.entry(row.getString("kinship"), LedgerRow.read(row, context)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return new Kin(
                Optional.ofNullable(found.get("position")),
                Optional.ofNullable(found.get("bytes")),
                Optional.ofNullable(found.get("message-id")));
    }

    /**
     * The interaction of a mail that counts once, by its content: the one given when its content is new, else the one that
     * came first. Of transactions at the same time one waits for the other.
     */
    InteractionId sameMail(String tenant, String contentDigest, InteractionId mine, Instant now) {
        int rows = sql.update("same-mail-insert")
                .bind("tenant", tenant)
                .bind("contentDigest", contentDigest)
                .bind("interactionId", mine.value())
                .bind("since", Sql.time(now))
                .execute();
        return rows == 1
                ? mine
                : sql.query("same-mail-load")
                        .bind("tenant", tenant)
                        .bind("contentDigest", contentDigest)
                        .map((row, context) -> InteractionId.of(row.getString(1)))
                        .one();
    }
}
