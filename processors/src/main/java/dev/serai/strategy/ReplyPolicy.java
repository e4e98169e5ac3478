package dev.serai.strategy;

import dev.serai.files.AgentKeys;
import dev.serai.files.HubKeys;
import dev.serai.files.ReplyKeys;
import dev.serai.files.Settings;
import dev.serai.response.Field;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/**
 * What settings say about automatic replies and about standard responses.
 *
 * @param automatic false: nothing is answered automatically
 * @param maxAge mail received longer ago is never answered automatically
 * @param timeZone in which responses write dates, and in which their days of use begin
 * @param agent as whom automatic mail speaks: the fields `Agent.…` that are known
 */
public record ReplyPolicy(boolean automatic, Duration maxAge, ZoneId timeZone, Map<Field, String> agent) {

    public ReplyPolicy {
        agent = Map.copyOf(agent);
    }

    static ReplyPolicy of(Settings settings) {
        String zone = settings.text(HubKeys.TIME_ZONE);
        return new ReplyPolicy(
                settings.text(ReplyKeys.AUTOMATIC).equals("on"),
                settings.duration(ReplyKeys.MAX_AGE),
                zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone),
                Map.of(
                        Field.AGENT_FIRST_NAME, settings.text(AgentKeys.FIRST_NAME),
                        Field.AGENT_LAST_NAME, settings.text(AgentKeys.LAST_NAME),
                        Field.AGENT_SIGNATURE,
                                settings.text(AgentKeys.SIGNATURE).replace("\\n", "\n")));
    }
}
