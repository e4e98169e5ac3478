package dev.serai.point;

import dev.serai.store.Tx;
import java.util.List;

/**
 * Nothing is applied for who lost a role while he was at work.
 *
 * @param node that must have it
 */
public record RoleAround(String role, String node) implements Around {
    @Override
    public void begin(Tx tx) {
        boolean held = tx.operate()
                .role(role)
                .filter(one -> one.owner().equals(node) && one.until().isAfter(tx.now()))
                .isPresent();
        if (!held) {
            throw new Overtaken();
        }
    }

    @Override
    public void end(Tx tx, List<Fate.Result> results) {}
}
