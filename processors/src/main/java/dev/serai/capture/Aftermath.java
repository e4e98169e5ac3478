package dev.serai.capture;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.point.Fate;
import java.util.function.Consumer;

/** What follows, once a document is applied, for the point that it came to: figures, and the steps of its route. */
public final class Aftermath {
    private Aftermath() {}

    /**
     * Counts each operation as taken (an interaction was born), duplicate (it was there), refused, or applied (all
     * others), and runs the steps for each interaction that was born.
     */
    public static void of(Fate fate, PointName point, PointHealth health, Consumer<Captured> steps) {
        for (Fate.Result result : fate.results()) {
            health.counted(result(result));
            InteractionId born = result.born();
            String tenant = result.response().reference().tenant();
            if (born != null && tenant != null) {
                steps.accept(new Captured(tenant, born, point));
            }
        }
    }

    private static String result(Fate.Result result) {
        if (result.response().isError()) {
            return "refused";
        }
        if (result.born() != null) {
            return "taken";
        }
        return result.response().operation().equals("submitted") ? "duplicate" : "applied";
    }
}
