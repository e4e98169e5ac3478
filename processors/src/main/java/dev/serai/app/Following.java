package dev.serai.app;

import dev.serai.files.EventsKeys;
import dev.serai.files.Generation;
import dev.serai.files.Settings;
import dev.serai.follow.Beginning;
import dev.serai.follow.Followers;
import dev.serai.follow.NotificationSink;
import dev.serai.follow.TopicSink;
import java.util.Locale;
import java.util.function.Supplier;

/** Who follows the log of events in a hub. */
final class Following {
    private Following() {}

    static Followers of(Foundation foundation, Broker broker, Supplier<Generation> live) {
        Settings settings = foundation.settings();
        Followers followers =
                new Followers(foundation.store(), foundation.roles()).add(new NotificationSink(live), Beginning.HEAD);
        String topic = settings.text(EventsKeys.TOPIC);
        if (topic.isEmpty()) {
            return followers.without(TopicSink.NAME);
        }
        Beginning beginning = Beginning.valueOf(settings.text(EventsKeys.BEGIN).toUpperCase(Locale.ROOT));
        return followers.add(new TopicSink(topic, foundation.store(), broker.plain()), beginning);
    }
}
