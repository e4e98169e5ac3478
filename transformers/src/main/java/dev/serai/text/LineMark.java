package dev.serai.text;

/** What a line of a mail is. */
enum LineMark {
    NEW,
    QUOTED,
    SIGNATURE
}
