/** Access tokens for mail servers, and logging in with them. */
@NullMarked
package dev.serai.oauth2;

import org.jspecify.annotations.NullMarked;
