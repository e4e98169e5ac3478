package dev.serai.capture.kafka;

import dev.serai.point.Around;
import dev.serai.point.Fate;
import dev.serai.store.KafkaPositionTable.Spot;
import dev.serai.store.Tx;
import java.util.List;
import java.util.function.Predicate;

/**
 * Has each transaction of a record begin with the claim to its partition's position, and the last one move on, so that an
 * earlier owner of the partition who is late does nothing, however late.
 *
 * @param from where the position is
 * @param next where it goes
 * @param isMovedWith whether the position moves with these results; else a copy is sent first
 */
record Passing(Spot spot, long from, long next, Predicate<List<Fate.Result>> isMovedWith) implements Around {
    @Override
    public void begin(Tx tx) {
        if (!tx.kafkaPositions().begin(spot, from)) {
            throw new Overtaken();
        }
    }

    @Override
    public void end(Tx tx, List<Fate.Result> results) {
        if (isMovedWith.test(results) && !tx.kafkaPositions().set(spot, from, next)) {
            throw new Overtaken();
        }
    }
}
