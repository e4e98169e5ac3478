package dev.serai.rest;

/** Who acts over REST. As long as nobody has to log in there is only one. */
final class Actors {
    static final String OPERATOR = "operator";

    private Actors() {}
}
