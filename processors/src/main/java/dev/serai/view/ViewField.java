package dev.serai.view;

/**
 * A field that conditions may name.
 *
 * @param name as written in the file
 * @param column the column of the table {@code work} that holds it
 * @param source who writes the column
 */
public record ViewField(String name, String column, Type type, Source source) {
    /** What a field can be compared with. */
    public enum Type {
        TEXT("a text"),
        NUMBER("a number"),
        TIME("a time");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Who writes a column, which says in which rows it can be trusted. */
    public enum Source {
        /** The work itself: always there. */
        WORK,
        /** The interaction, in queues that are looked at by views. */
        INTERACTION,
        /** The interaction too, but what the column means is given by the queue's file. */
        SLOT
    }
}
