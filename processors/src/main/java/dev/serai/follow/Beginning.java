package dev.serai.follow;

/** Where a follower that has no place in the log yet begins. */
public enum Beginning {
    /** With what happens from now on. */
    HEAD,
    /** With the oldest event from which on the log is whole. */
    BEGINNING
}
