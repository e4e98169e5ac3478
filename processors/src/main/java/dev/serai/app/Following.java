package dev.serai.app;

import dev.serai.files.Belonging;
import dev.serai.files.EventsKeys;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Settings;
import dev.serai.follow.Beginning;
import dev.serai.follow.Followers;
import dev.serai.follow.KafkaSink;
import dev.serai.follow.NotificationSink;
import dev.serai.follow.TopicSink;
import dev.serai.kafka.KafkaClients;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Who follows the log of events in a hub. */
final class Following {
    private Following() {}

    static Followers of(Foundation foundation, Broker broker, Home home, Supplier<Generation> live) {
        Settings settings = foundation.settings();
        Followers followers =
                new Followers(foundation.store(), foundation.roles()).add(new NotificationSink(live), Beginning.HEAD);
        Beginning beginning = Beginning.valueOf(settings.text(EventsKeys.BEGIN).toUpperCase(Locale.ROOT));
        String topic = settings.text(EventsKeys.TOPIC);
        if (topic.isEmpty()) {
            followers.without(TopicSink.NAME);
        } else {
            followers.add(new TopicSink(topic, foundation.store(), broker.plain()), beginning);
        }
        String cluster = settings.text(EventsKeys.KAFKA_CLUSTER);
        return cluster.isEmpty()
                ? followers.without(KafkaSink.NAME)
                : followers.add(kafka(settings.text(EventsKeys.KAFKA_TOPIC), cluster, home, live), beginning);
    }

    private static KafkaSink kafka(String topic, String cluster, Home home, Supplier<Generation> live) {
        return new KafkaSink(
                topic,
                () -> Optional.ofNullable(live.get().kafkaClusters().get(cluster))
                        .filter(Belonging::isShared),
                found -> new KafkaClients(found, home));
    }
}
