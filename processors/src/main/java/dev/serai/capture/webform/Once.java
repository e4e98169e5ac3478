package dev.serai.capture.webform;

import dev.serai.operation.Answers;
import dev.serai.operation.Outcome;
import dev.serai.store.Ahead;
import dev.serai.store.DeliveryTable.Applied;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Does a post that has no key of its own once in ten minutes: whoever posts the same again pressed
 * twice. Kept as all answers are, under the content and the ten minutes that it came in. Not under the address of the
 * client too: that of a phone changes between two presses.
 *
 * @param same tells the content
 */
public record Once<T>(
        Unit<Outcome<T>> operation, String tenant, String point, String same, Instant now, Answers<T> answers)
        implements Unit<Outcome<T>> {
    private static final Duration SPAN = Duration.ofMinutes(10);

    @Override
    public long bytes() {
        return operation.bytes() + 1024;
    }

    @Override
    public void announce(Ahead ahead) {
        ahead.delivery(tenant, point, key(0));
        ahead.delivery(tenant, point, key(1));
        operation.announce(ahead);
    }

    @Override
    public Outcome<T> apply(Tx tx) {
        Optional<Applied> first = tx.deliveries()
                .load(tenant, point, key(0))
                .or(() -> tx.deliveries()
                        .load(tenant, point, key(1))
                        .filter(before -> Instant.parse(before.requestDigest()).isAfter(now.minus(SPAN))));
        if (first.isPresent()) {
            return new Outcome.Done<>(answers.read(first.get().response(), tx), true);
        }
        Outcome<T> outcome = operation.apply(tx);
        if (outcome instanceof Outcome.Done<T> done) {
            String answer = answers.write(done.value());
            if (answer != null) {
                tx.deliveries().insert(tenant, point, key(0), new Applied(now.toString(), answer), tx.now());
            }
        }
        return outcome;
    }

    private String key(int before) {
        return "same:" + same + ":" + (now.getEpochSecond() / SPAN.toSeconds() - before);
    }
}
