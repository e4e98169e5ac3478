package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Problems;
import dev.serai.files.RouteFile;

/** Refuses a strategy with a path that falls off the end; only warns where a step cannot be seen through. */
final class EndingCheck implements Check {
    @Override
    public void check(Generation generation, Problems problems) {
        for (RouteFile file : StrategyCheck.strategies(generation)) {
            if (file.route().flatMap(route -> route.map("from")).isEmpty()) {
                continue;
            }
            for (Exit exit : new Endings(generation, problems).ofRoute(file)) {
                if (exit.blind()) {
                    problems.warning(exit.place(), exit.sentence() + ", unless a step before it does so unseen");
                } else {
                    problems.error(exit.place(), exit.sentence());
                }
            }
        }
    }
}
