package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.CHOICE;
import static dev.serai.files.SettingKey.Kind.NUMBER;

/** Settings of threads: {@code serai.threads.}. */
public final class ThreadsKeys {
    /** What signs the tokens of threads. */
    public static final SettingKey SECRET = new SettingKey(
            "serai.threads.secret",
            "",
            SettingKey.Kind.SECRET,
            "reference env:NAME or file:/path; empty = one that the database keeps",
            "The key that signs the tokens in Message-IDs and reply addresses, of 16 characters or more.",
            "Several keys may stand there, separated by blanks or line ends: the first signs, all are accepted; one that is taken away makes its tokens worthless.");

    /** What becomes of answers from strangers. */
    public static final SettingKey STRANGERS = new SettingKey(
            "serai.threads.strangers",
            "suggest",
            CHOICE,
            "suggest | join",
            "What happens with a mail that answers one of a thread, from somebody who was never in it.",
            "suggest makes it a thread of its own and names the other in its timeline, join trusts whoever has a mail of the thread.");

    /** Mails in a thread that are a storm. */
    public static final SettingKey STORM = new SettingKey(
            "serai.threads.storm",
            "20",
            NUMBER,
            "mails",
            "How many mails a thread may get within serai.reply.cap-window before the next ones are marked Storm.",
            "The shipped strategy parks what is marked in machine-mail.");

    private ThreadsKeys() {}
}
