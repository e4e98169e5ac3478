package dev.serai.check;

import dev.serai.files.Place;

/**
 * A way by which a run can leave some steps without an ending.
 *
 * @param place the branch that falls off the end
 * @param sentence what is missing there
 * @param blind whether a step on the way could have ended it where {@code check} cannot see
 * @param fatal whether the route stops here, so that nothing behind can end it any more
 */
record Exit(Place place, String sentence, boolean blind, boolean fatal) {
    static Exit at(Place place, String sentence) {
        return new Exit(place, sentence, false, false);
    }

    Exit seenBlindly(boolean now) {
        return new Exit(place, sentence, blind || now, fatal);
    }
}
