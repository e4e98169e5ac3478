/** Tokens that an identity provider gave callers: their keys, their claims, whom they stand for. */
@NullMarked
package dev.serai.access.jwt;

import org.jspecify.annotations.NullMarked;
