package dev.serai.transform.uuencode;

/**
 * A file in a text.
 *
 * @param from where its {@code begin} line starts
 * @param to behind its {@code end} line, or where it breaks off
 * @param name as the sender wrote it
 * @param damaged whether lines of it are broken or its end is missing
 */
record UuBlock(long from, long to, String name, boolean damaged) {}
