package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.TEXT;

/** Settings of the broker: {@code serai.broker.}. */
public final class BrokerKeys {
    /** The broker. */
    public static final SettingKey URL = new SettingKey(
            "serai.broker.url",
            "",
            TEXT,
            "broker URL; empty = embedded",
            "The JMS broker that carries work between the nodes.",
            "An external broker (ActiveMQ Classic or Artemis) is needed for a second node; it never holds a backlog.");

    /** The broker user. */
    public static final SettingKey USERNAME = new SettingKey(
            "serai.broker.username",
            "",
            TEXT,
            "name",
            "The user that the hub connects to the broker with.",
            "Empty connects without a name.");

    /** The broker password. */
    public static final SettingKey SECRET = new SettingKey(
            "serai.broker.secret",
            "",
            SettingKey.Kind.SECRET,
            "reference env:NAME or file:/path",
            "The broker user's password.",
            "It is read when a connection is made, so rotating it needs no restart.");

    /** Where the embedded broker listens. */
    public static final SettingKey LISTEN = new SettingKey(
            "serai.broker.listen",
            "",
            TEXT,
            "address such as tcp://127.0.0.1:61616; empty = not at all",
            "Where the embedded broker takes connections from other programs.",
            "Needed when systems post work over JMS to the embedded broker; empty keeps it inside the process.");

    /** How much the embedded broker keeps. */
    public static final SettingKey STORE = new SettingKey(
            "serai.broker.store",
            "1GB",
            SettingKey.Kind.SIZE,
            "size, 128MB or more",
            "How much the embedded broker keeps on disk.",
            "Copies and topics may fill half of it, answers 65 %, requests 80 %; the rest is for refused messages.");

    private BrokerKeys() {}
}
