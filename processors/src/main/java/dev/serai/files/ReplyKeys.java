package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.CHOICE;
import static dev.serai.files.SettingKey.Kind.DURATION;
import static dev.serai.files.SettingKey.Kind.NUMBER;

/** Settings of automatic answers: {@code serai.reply.}. */
public final class ReplyKeys {
    /** Whether anything is answered automatically. */
    public static final SettingKey AUTOMATIC = new SettingKey(
            "serai.reply.automatic",
            "on",
            CHOICE,
            "on | off",
            "Whether strategies may answer by themselves at all.",
            "off leaves acknowledgements and automatic responses out, as the operators' pause of replies does, and cannot be resumed.");

    /** The age after which nothing is answered automatically. */
    public static final SettingKey MAX_AGE = new SettingKey(
            "serai.reply.max-age",
            "48h",
            DURATION,
            "duration",
            "How old a mail may be, by receivedAt, to be answered automatically.",
            "A longer time answers more of what waits at first contact; a shorter one less.");

    /** The time in which automatic answers are counted. */
    public static final SettingKey CAP_WINDOW = new SettingKey(
            "serai.reply.cap-window",
            "60m",
            DURATION,
            "duration",
            "In which time automatic answers are counted for the caps on them.",
            "A longer time stops slower loops, and more customers who write often.");

    /** Most automatic answers to an address. */
    public static final SettingKey CAP_ADDRESS = new SettingKey(
            "serai.reply.cap-address",
            "5",
            NUMBER,
            "answers",
            "How many automatic answers one address gets within serai.reply.cap-window.",
            "What is above is left out, and the timeline says so; the mail itself is treated as ever.");

    /** Most automatic answers in a thread. */
    public static final SettingKey CAP_THREAD = new SettingKey(
            "serai.reply.cap-thread",
            "3",
            NUMBER,
            "answers",
            "How many automatic answers one thread gets within serai.reply.cap-window.",
            "Stops programs that answer each time from another address.");

    /** Most automatic answers for mails that say the same. */
    public static final SettingKey CAP_SAME = new SettingKey(
            "serai.reply.cap-same",
            "3",
            NUMBER,
            "answers",
            "How many automatic answers go to one domain within serai.reply.cap-window for mails that say the same but for numbers.",
            "Stops programs that answer from other addresses in new threads.");

    /** Most automatic answers to a domain. */
    public static final SettingKey CAP_DOMAIN = new SettingKey(
            "serai.reply.cap-domain",
            "1000",
            NUMBER,
            "answers",
            "How many automatic answers go to one domain within serai.reply.cap-window.",
            "Must be above what customers of a large mail provider need.");

    private ReplyKeys() {}
}
