package dev.serai.testing;

import java.io.IOException;

/** What a {@link ScriptedImap} does instead of its own answer to a line. */
@FunctionalInterface
public interface ScriptedAnswer {
    /** @return false to answer the line as usual afterwards */
    boolean to(String tag, String line, ScriptedImapTalk talk) throws IOException;

    /** One line; {@code TAG} stands for the client's tag. */
    static ScriptedAnswer line(String line) {
        return (tag, said, talk) -> {
            talk.line(line.replace("TAG", tag));
            return true;
        };
    }

    /** Nothing, for ever. */
    static ScriptedAnswer silence() {
        return (tag, said, talk) -> true;
    }

    /** The end of the connection. */
    static ScriptedAnswer end() {
        return (tag, said, talk) -> {
            talk.end();
            return true;
        };
    }

    /** The usual answer, and then the end of the connection. */
    static ScriptedAnswer last() {
        return (tag, said, talk) -> {
            talk.answer(tag, said);
            talk.end();
            return true;
        };
    }

    /** Something first, and then the usual answer. */
    static ScriptedAnswer after(Runnable first) {
        return (tag, said, talk) -> {
            first.run();
            return false;
        };
    }

    /** Only so many times; as usual afterwards. */
    default ScriptedAnswer times(int number) {
        java.util.concurrent.atomic.AtomicInteger left = new java.util.concurrent.atomic.AtomicInteger(number);
        return (tag, said, talk) -> left.getAndDecrement() > 0 && to(tag, said, talk);
    }
}
