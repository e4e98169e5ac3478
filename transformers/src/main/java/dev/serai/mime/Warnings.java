package dev.serai.mime;

/** Takes what is odd about a mail. */
@FunctionalInterface
interface Warnings {

    /** One sentence. */
    void add(String sentence);
}
