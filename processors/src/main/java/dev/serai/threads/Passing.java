package dev.serai.threads;

/** A failure that passes by itself and is no fault of the code, such as a database that is away: no stack is logged. */
public interface Passing {}
