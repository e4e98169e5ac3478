package dev.serai.operation;

import dev.serai.store.Ahead;
import dev.serai.store.DeliveryTable.Applied;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import java.util.Optional;

/**
 * Does an operation once per key: its answer is kept in the transaction of its effect, and a repeat gets that answer. A
 * refusal is not kept, for it had no effect.
 */
public record Idempotent<T>(Unit<Outcome<T>> operation, DeliveryKey key, Answers<T> answers)
        implements Unit<Outcome<T>> {

    @Override
    public long bytes() {
        return operation.bytes() + 1024;
    }

    @Override
    public void announce(Ahead ahead) {
        ahead.delivery(key.tenant(), key.point(), key.key());
        operation.announce(ahead);
    }

    @Override
    public Outcome<T> apply(Tx tx) {
        Optional<Applied> first = tx.deliveries().load(key.tenant(), key.point(), key.key());
        if (first.isPresent()) {
            return repeated(tx, first.get());
        }
        Outcome<T> outcome = operation.apply(tx);
        if (outcome instanceof Outcome.Done<T> done) {
            keep(tx, done.value());
        }
        return outcome;
    }

    private Outcome<T> repeated(Tx tx, Applied first) {
        if (!first.requestDigest().equals(key.requestDigest())) {
            return Outcome.refused(Refusal.of(
                    Code.IDEMPOTENCY_KEY_REUSED,
                    "the idempotency key '" + key.key() + "' was used for another request before; nothing was done"));
        }
        return new Outcome.Done<>(answers.read(first.response(), tx), true);
    }

    private void keep(Tx tx, T value) {
        String answer = answers.write(value);
        if (answer != null) {
            Applied applied = new Applied(key.requestDigest(), answer);
            tx.deliveries().insert(key.tenant(), key.point(), key.key(), applied, tx.now());
        }
    }
}
