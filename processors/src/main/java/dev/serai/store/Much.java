package dev.serai.store;

import java.time.Duration;
import java.util.List;

/**
 * More mail than people write.
 *
 * @param mails 1 or more
 * @param within the time of late in which they were received
 */
public record Much(int mails, Duration within) {
    /** What is read by one statement. */
    List<String> scope(String tenant) {
        return List.of(tenant, Integer.toString(mails), within.toString());
    }

    static Much of(List<String> scope) {
        return new Much(Integer.parseInt(scope.get(1)), Duration.parse(scope.get(2)));
    }
}
