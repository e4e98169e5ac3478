package dev.serai.testing;

/** Where a Kafka listens: for anybody, for who logs in as hub, and for its own controller. */
record KafkaPorts(int plain, int guarded, int controller) {
    static KafkaPorts free() {
        return new KafkaPorts(Ports.free(), Ports.free(), Ports.free());
    }
}
