package dev.serai.operation;

import dev.serai.interaction.Fence;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Json;
import dev.serai.interaction.LeaseToken;
import dev.serai.interaction.State;
import dev.serai.store.Tx;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers a pull by its tokens: a repeat gets those that the client still has, an empty pull is not remembered. */
public final class PulledBatch implements Answers<List<Lease>> {

    @Override
    public @Nullable String write(List<Lease> batch) {
        return batch.isEmpty()
                ? null
                : Json.write(batch.stream().map(Lease::token).toList());
    }

    @Override
    public List<Lease> read(String stored, Tx tx) {
        return Arrays.stream(Json.read(stored, String[].class))
                .flatMap(token -> stillHeld(token, tx).stream())
                .toList();
    }

    private static Optional<Lease> stillHeld(String token, Tx tx) {
        Fence fence = LeaseToken.parse(token).orElseThrow();
        return tx.interactions()
                .load(fence.tenant(), fence.id())
                .filter(now ->
                        now.standing().state() == State.ASSIGNED && now.fence().equals(fence))
                .map(now -> new Lease(now, token, expiry(now)));
    }

    private static Instant expiry(Interaction held) {
        Instant until = held.standing().leaseUntil();
        return until == null ? Instant.EPOCH : until;
    }
}
