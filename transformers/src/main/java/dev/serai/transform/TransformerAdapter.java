package dev.serai.transform;

import java.util.Optional;

/** Makes a factory of an object that is none. Found as a service ({@code META-INF/services}). */
public interface TransformerAdapter {

    /** The factory around it; empty when the object is nothing that this adapter knows. */
    Optional<TransformerFactory> adapt(Object made);

    /** What it knows, for the message to somebody who configured something else. */
    String expected();
}
