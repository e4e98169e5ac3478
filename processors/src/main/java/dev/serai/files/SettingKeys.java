package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.CHOICE;
import static dev.serai.files.SettingKey.Kind.DURATION;
import static dev.serai.files.SettingKey.Kind.NUMBER;
import static dev.serai.files.SettingKey.Kind.SECRET;
import static dev.serai.files.SettingKey.Kind.SIZE;
import static dev.serai.files.SettingKey.Kind.TEXT;
import static dev.serai.files.SettingKey.Kind.ZONE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The registry of all settings; {@code docs/reference/configuration.md} is checked against it. */
public final class SettingKeys {
    private static final List<SettingKey> ALL = new ArrayList<>();

    /** Where the HTTP server listens. */
    public static final SettingKey HTTP_HOST = key(
            "serai.http.host",
            "127.0.0.1",
            TEXT,
            "host name or address",
            "The address that REST, health, metrics and the console bind to.",
            "Anything but the local host is refused until authentication is configured.");
    /** The HTTP port. */
    public static final SettingKey HTTP_PORT = key(
            "serai.http.port",
            "8080",
            NUMBER,
            "port; 0 = any free one",
            "The port of REST, health, metrics and the console.",
            "Clients and probes must use the same one.");
    /** The largest request body. */
    public static final SettingKey HTTP_MAX_BODY = key(
            "serai.http.max-body",
            "25MB",
            SIZE,
            "size",
            "The largest mail, and with enough memory the largest request body, that REST takes.",
            "A larger request is answered 413; mails go through a file and need no more memory, other bodies are bounded by the heap.");
    /** The folder of the hub's own data. */
    public static final SettingKey DATA = key(
            "serai.data",
            "data",
            TEXT,
            "folder, relative to the home folder",
            "Where the embedded database, the broker and spooled mails live.",
            "A hub started with another folder starts empty; the old data stay where they are.");
    /** The language of last resort. */
    public static final SettingKey LANGUAGE = key(
            "serai.language",
            "en",
            TEXT,
            "language tag (BCP 47)",
            "The language of a response when the customer's is unknown or has no text.",
            "Every response that a strategy uses must exist in it, else check refuses the files.");
    /** The time zone of dates in responses. */
    public static final SettingKey TIME_ZONE = key(
            "serai.time-zone",
            "",
            ZONE,
            "time zone such as Europe/Berlin; empty = the computer's",
            "In which zone standard responses write dates, where the queue has no calendar (hours) of its own.",
            "Customers read these times; the days of validFrom and validUntil begin by it too.");
    /** The default agent's first name. */
    public static final SettingKey AGENT_FIRST_NAME = key(
            "serai.agent.first-name",
            "",
            TEXT,
            "name",
            "The first name of the agent as whom automatic mail speaks: Agent.FirstName in responses.",
            "Empty makes responses use their fallback.");
    /** The default agent's last name. */
    public static final SettingKey AGENT_LAST_NAME = key(
            "serai.agent.last-name",
            "",
            TEXT,
            "name",
            "The last name of that agent: Agent.LastName.",
            "Empty makes responses use their fallback.");
    /** The default agent's signature. */
    public static final SettingKey AGENT_SIGNATURE = key(
            "serai.agent.signature",
            "",
            TEXT,
            "text; \\n begins a new line",
            "The signature of that agent: Agent.Signature.",
            "Empty makes responses use their fallback, which may differ by language; one that is given is used in all.");
    /** The database. */
    public static final SettingKey DATABASE_URL = key(
            "serai.database.url",
            "",
            TEXT,
            "JDBC URL; empty = H2 in the data folder",
            "The database that holds everything accepted.",
            "PostgreSQL (jdbc:postgresql://…) allows several nodes; H2 exactly one.");
    /** The database user. */
    public static final SettingKey DATABASE_USERNAME = key(
            "serai.database.username",
            "serai",
            TEXT,
            "name",
            "The user that the hub connects to the database with.",
            "It must own the schema, since migrations run at start.");
    /** The database password. */
    public static final SettingKey DATABASE_SECRET = key(
            "serai.database.secret",
            "",
            SECRET,
            "reference env:NAME or file:/path",
            "The database user's password.",
            "It is read when a connection is made, so rotating it needs no restart.");
    /** The size of the connection pool. */
    public static final SettingKey DATABASE_POOL = key(
            "serai.database.pool",
            "10",
            NUMBER,
            "connections",
            "How many database connections the hub keeps at most.",
            "More than the database has cores seldom helps; too few make strategies wait.");
    /** The broker. */
    public static final SettingKey BROKER_URL = key(
            "serai.broker.url",
            "",
            TEXT,
            "broker URL; empty = embedded",
            "The JMS broker that carries work between the nodes.",
            "An external broker (ActiveMQ Classic or Artemis) is needed for a second node; it never holds a backlog.");
    /** The broker user. */
    public static final SettingKey BROKER_USERNAME = key(
            "serai.broker.username",
            "",
            TEXT,
            "name",
            "The user that the hub connects to the broker with.",
            "Empty connects without a name.");
    /** The broker password. */
    public static final SettingKey BROKER_SECRET = key(
            "serai.broker.secret",
            "",
            SECRET,
            "reference env:NAME or file:/path",
            "The broker user's password.",
            "It is read when a connection is made, so rotating it needs no restart.");
    /** Where the embedded broker listens. */
    public static final SettingKey BROKER_LISTEN = key(
            "serai.broker.listen",
            "",
            TEXT,
            "address such as tcp://127.0.0.1:61616; empty = not at all",
            "Where the embedded broker takes connections from other programs.",
            "Needed when systems post work over JMS to the embedded broker; empty keeps it inside the process.");
    /** What happens with mail that wants to leave. */
    public static final SettingKey DISPATCH_MODE = key(
            "serai.dispatch.mode",
            "hold",
            CHOICE,
            "hold | live | divert",
            "What happens with mail that wants to leave.",
            "hold keeps it, divert sends all of it to one address of yours, live sends it to customers.");
    /** Where diverted mail goes. */
    public static final SettingKey DISPATCH_DIVERT_TO = key(
            "serai.dispatch.divert-to",
            "",
            TEXT,
            "mail address",
            "Who receives every mail while the mode is divert.",
            "Without it the mode divert is refused at start.");
    /** Whether anything is answered automatically. */
    public static final SettingKey REPLY_AUTOMATIC = key(
            "serai.reply.automatic",
            "on",
            CHOICE,
            "on | off",
            "Whether strategies may answer by themselves at all.",
            "off leaves acknowledgements and automatic responses out, as the operators' pause of replies does, and cannot be resumed.");
    /** The age after which nothing is answered automatically. */
    public static final SettingKey REPLY_MAX_AGE = key(
            "serai.reply.max-age",
            "48h",
            DURATION,
            "duration",
            "How old a mail may be, by receivedAt, to be answered automatically.",
            "A longer time answers more of what waits at first contact; a shorter one less.");
    /** The time in which automatic answers are counted. */
    public static final SettingKey REPLY_CAP_WINDOW = key(
            "serai.reply.cap-window",
            "60m",
            DURATION,
            "duration",
            "In which time automatic answers are counted for the caps on them.",
            "A longer time stops slower loops, and more customers who write often.");
    /** Most automatic answers to an address. */
    public static final SettingKey REPLY_CAP_ADDRESS = key(
            "serai.reply.cap-address",
            "5",
            NUMBER,
            "answers",
            "How many automatic answers one address gets within serai.reply.cap-window.",
            "What is above is left out, and the timeline says so; the mail itself is treated as ever.");
    /** Most automatic answers in a thread. */
    public static final SettingKey REPLY_CAP_THREAD = key(
            "serai.reply.cap-thread",
            "3",
            NUMBER,
            "answers",
            "How many automatic answers one thread gets within serai.reply.cap-window.",
            "Stops programs that answer each time from another address.");
    /** Most mails of a thread that are passed on. */
    public static final SettingKey FORWARD_CAP_THREAD = key(
            "serai.forward.cap-thread",
            "10",
            NUMBER,
            "mails",
            "How many mails of one thread strategies forward or redirect within serai.reply.cap-window.",
            "Stops programs that answer what is forwarded to them; what is above is left out, and the timeline says so.");
    /** Most automatic answers for mails that say the same. */
    public static final SettingKey REPLY_CAP_SAME = key(
            "serai.reply.cap-same",
            "3",
            NUMBER,
            "answers",
            "How many automatic answers go to one domain within serai.reply.cap-window for mails that say the same but for numbers.",
            "Stops programs that answer from other addresses in new threads.");
    /** Most automatic answers to a domain. */
    public static final SettingKey REPLY_CAP_DOMAIN = key(
            "serai.reply.cap-domain",
            "1000",
            NUMBER,
            "answers",
            "How many automatic answers go to one domain within serai.reply.cap-window.",
            "Must be above what customers of a large mail provider need.");
    /** Commit group: items. */
    public static final SettingKey STORE_GROUP_ITEMS = key(
            "serai.store.group-items",
            "100",
            NUMBER,
            "items",
            "How many items one commit of the store takes at most.",
            "Larger groups cost fewer disk syncs and make each item wait longer.");
    /** Commit group: bytes. */
    public static final SettingKey STORE_GROUP_BYTES = key(
            "serai.store.group-bytes",
            "8MB",
            SIZE,
            "size",
            "How many bytes one commit of the store takes at most.",
            "Bounds the memory and the length of one transaction.");
    /** How long files are quiet before they are read. */
    public static final SettingKey CONFIG_QUIET = key(
            "serai.config.quiet",
            "2s",
            DURATION,
            "duration",
            "How long nothing may be written to the live files before they are read, checked and made live.",
            "Shorter takes edits sooner, and may see the first half of a long copy; it is then refused or replaced.");
    /** How often files are looked at. */
    public static final SettingKey CONFIG_LOOK = key(
            "serai.config.look",
            "500ms",
            DURATION,
            "duration",
            "How often names, times and sizes of the live files are looked at.",
            "Longer spares slow file systems and takes edits later.");
    /** How many sets are kept. */
    public static final SettingKey CONFIG_KEEP = key(
            "serai.config.keep",
            "100",
            NUMBER,
            "sets of files",
            "How many sets of files that were live are kept for rolling back.",
            "Older ones are forgotten; events still name them.");
    /** Strategy runs in flight. */
    public static final SettingKey QUEUE_WINDOW = key(
            "serai.queue.window",
            "200",
            NUMBER,
            "interactions per queue and node",
            "How many claimed interactions of a strategy queue are in flight at once.",
            "More keeps a node busier, and makes more wait for their lease when it dies.");
    /** The time of one strategy run. */
    public static final SettingKey STRATEGY_DEADLINE = key(
            "serai.strategy.deadline",
            "30s",
            DURATION,
            "duration",
            "How long one run of a strategy may take.",
            "A longer run counts as failed and is tried again.");
    /** The lease of a strategy run. */
    public static final SettingKey STRATEGY_LEASE = key(
            "serai.strategy.lease",
            "60s",
            DURATION,
            "duration",
            "How long a claimed interaction belongs to a node that shows no life.",
            "After it another node takes over; it must be longer than a pause of the network.");
    /** The attempts of a strategy. */
    public static final SettingKey STRATEGY_ATTEMPTS = key(
            "serai.strategy.attempts",
            "5",
            NUMBER,
            "attempts",
            "How often a failing strategy is tried for one interaction.",
            "After the last the interaction goes to the queue's onError queue, or into quarantine.");
    /** Threads that poll mailboxes. */
    public static final SettingKey CAPTURE_WORKERS = key(
            "serai.capture.workers",
            "8",
            NUMBER,
            "threads",
            "How many mailboxes are read at the same time, half of them of one mail server.",
            "More reads faster, with more connections at work; while some hang there may be four times as many.");
    /** What may wait for intake. */
    public static final SettingKey CAPTURE_MAX_INTAKE_BACKLOG = key(
            "serai.capture.max-intake-backlog",
            "5000",
            NUMBER,
            "interactions",
            "How many may wait in the queue intake before mailboxes are read no further.",
            "Capture slows down above it, visibly, and goes on below 80 % of it; mail waits on its server meanwhile.");
    /** When a mailbox counts as silent. */
    public static final SettingKey CAPTURE_SILENT_AFTER = key(
            "serai.capture.silent-after",
            "3",
            NUMBER,
            "intervals",
            "After how many poll intervals without a look that went well a mailbox is silent.",
            "Fewer alarm sooner, and over a short pause of a mail server; never before five seconds.");

    /** What signs the tokens of threads. */
    public static final SettingKey THREADS_SECRET = key(
            "serai.threads.secret",
            "",
            SECRET,
            "reference env:NAME or file:/path; empty = one that the database keeps",
            "The key that signs the tokens in Message-IDs and reply addresses, of 16 characters or more.",
            "Several keys may stand there, separated by blanks or line ends: the first signs, all are accepted; one that is taken away makes its tokens worthless.");
    /** What becomes of answers from strangers. */
    public static final SettingKey THREADS_STRANGERS = key(
            "serai.threads.strangers",
            "suggest",
            CHOICE,
            "suggest | join",
            "What happens with a mail that answers one of a thread, from somebody who was never in it.",
            "suggest makes it a thread of its own and names the other in its timeline, join trusts whoever has a mail of the thread.");
    /** Mails in a thread that are a storm. */
    public static final SettingKey THREADS_STORM = key(
            "serai.threads.storm",
            "20",
            NUMBER,
            "mails",
            "How many mails a thread may get within serai.reply.cap-window before the next ones are marked Storm.",
            "The shipped strategy parks what is marked in machine-mail.");
    /** Mails of a sender that are a storm. */
    public static final SettingKey INTAKE_SENDER_STORM = key(
            "serai.intake.sender-storm",
            "200",
            NUMBER,
            "mails; 0 = any number",
            "How many mails a sender may send within serai.reply.cap-window, in whatever thread, before the next ones are marked Storm.",
            "Must be above what a form of a web site or a monitoring system sends from one address.");

    private SettingKeys() {}

    /** All settings, in the order of the reference page. */
    public static List<SettingKey> all() {
        return List.copyOf(ALL);
    }

    /** The setting of a name. */
    public static Optional<SettingKey> find(String name) {
        return ALL.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    private static SettingKey key(
            String name, String fallback, SettingKey.Kind kind, String unit, String meaning, String consequence) {
        SettingKey key = new SettingKey(name, fallback, kind, unit, meaning, consequence);
        ALL.add(key);
        return key;
    }
}
