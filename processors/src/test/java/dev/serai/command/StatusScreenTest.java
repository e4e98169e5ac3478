package dev.serai.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Json;
import org.junit.jupiter.api.Test;

/** The status as a terminal shows it. */
class StatusScreenTest {
    private static final String STATUS = """
            {"at": "2026-11-23T10:06:00Z", "version": "1", "config": {"id": "abcdefabcdefabcdef"},
             "verdict": {"headline": "1 thing needs you", "needs": []},
             "quarantine": {"groups": [
               {"cause": "dispatch-failed", "stage": "dispatch", "count": 2, "oldest": "2026-11-23T10:00:00Z",
                "failedMail": true},
               {"cause": "dispatch-expired", "stage": "dispatch", "count": 1, "oldest": "2026-11-23T10:00:00Z",
                "failedMail": true},
               {"cause": "no-raw", "stage": "intake", "count": 1, "oldest": "2026-11-23T10:00:00Z"}]},
             "queues": [{"name": "outbound", "kind": "strategy", "depth": 0, "waiting": 2,
               "waitingUntil": "2026-12-24T08:00:00Z"}],
             "dispatch": {"mode": "live", "counts": [{"account": "support", "state": "sent", "count": 7}], "accounts": [
               {"name": "support", "state": "running", "waiting": 1, "groups": [
                 {"state": "failed", "count": 2, "since": "2026-11-23T10:00:00Z", "words": "550 5.1.1 no such user"},
                 {"state": "deferred", "count": 1, "since": "2026-11-23T10:05:59Z", "words": "450 4.2.1 busy",
                  "nextAt": "2026-11-23T10:11:00Z"}]}]}}
            """;

    @Test
    void mailThatHasNotLeftShouldBeToldOnceByAccountWithTheServersWords() {
        String screen = StatusScreen.of(Json.read(STATUS, com.fasterxml.jackson.databind.JsonNode.class));

        assertThat(screen)
                .containsPattern("accounts +support +running +waiting 1 .* sent 7")
                .containsPattern("outgoing +support +failed +2 +since 6 min +550 5\\.1\\.1 no such user")
                .containsPattern(
                        "support +deferred +1 +since 1 s +450 4\\.2\\.1 busy \\(next try 2026-11-23T10:11:00Z\\)")
                .containsPattern("quarantine +no-raw")
                .doesNotContain("dispatch-failed", "dispatch-expired");
    }

    @Test
    void whatWaitsForATimeShouldSayUntilWhen() {
        String screen = StatusScreen.of(Json.read(STATUS, com.fasterxml.jackson.databind.JsonNode.class));

        assertThat(screen).contains("waiting 0 ", ", 2 wait, the first until 2026-12-24T08:00:00Z");
    }
}
