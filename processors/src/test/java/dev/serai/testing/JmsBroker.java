package dev.serai.testing;

/** A broker outside of the hub, with a journal, that speaks OpenWire on a port of its own. */
public interface JmsBroker extends AutoCloseable {
    /** Where clients of OpenWire connect. */
    String url();

    /** It goes away; what is persistent stays in the journal. */
    void stop();

    /** It comes back on its port with its journal. */
    void restart();

    @Override
    void close();
}
