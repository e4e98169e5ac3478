package dev.serai.interaction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name of a queue: lower-case kebab, unique among queues. */
public record QueueName(@JsonValue String value) implements Comparable<QueueName> {

    public QueueName {
        Names.requireKebab("queue", value);
    }

    @JsonCreator
    public static QueueName of(String value) {
        return new QueueName(value);
    }

    @Override
    public int compareTo(QueueName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
