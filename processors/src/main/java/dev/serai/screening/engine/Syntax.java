package dev.serai.screening.engine;

import java.util.List;

/** A regular expression as far as texts can be told from it that have to be in whatever it matches. */
public sealed interface Syntax {
    /** Exactly this text, in whatever letter case; the empty one reads nothing. */
    record Text(String text) implements Syntax {}

    /** One after the other. */
    record Sequence(List<Syntax> items) implements Syntax {}

    /** One of these. */
    record Choice(List<Syntax> items) implements Syntax {}

    /** This, and maybe again. */
    record AtLeastOnce(Syntax item) implements Syntax {}

    /** Whatever it is, nothing follows from it. */
    record Anything() implements Syntax {}
}
