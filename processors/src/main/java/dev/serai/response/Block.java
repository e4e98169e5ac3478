package dev.serai.response;

import java.util.Optional;

/**
 * A piece of a mail, filled: the quoted original, or a signature.
 *
 * @param html the same as HTML, where it is written
 * @param prefix what stands before each line where it quotes
 */
public record Block(String text, Optional<String> html, String prefix) {}
