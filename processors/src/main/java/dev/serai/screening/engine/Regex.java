package dev.serai.screening.engine;

import com.google.re2j.Pattern;

/**
 * A regular expression of a rule.
 *
 * @param whole whether it has to match the entire text
 */
record Regex(Pattern pattern, boolean whole) {}
