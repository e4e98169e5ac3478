package dev.serai.dispatch;

import java.time.Instant;

/**
 * Why an account sends nothing on this node now.
 *
 * @param fault the latest; it is of the account's server where its concern is the host, else of the account
 * @param since when it began
 * @param until when the next mail tries it
 */
public record Hindrance(Fault fault, Instant since, Instant until) {}
